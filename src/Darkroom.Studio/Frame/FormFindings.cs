using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;

namespace Darkroom.Studio.Frame;

/// <summary>What came in the way of a form, told at the field that it is about.</summary>
public sealed class FormFindings
{
    public static readonly FormFindings None = new([], new Dictionary<string, string>());

    private readonly IReadOnlyCollection<string> _labels;

    /// <param name="labels">Of the form's fields, by the names that the API has for them.</param>
    /// <param name="isThere">Whether the field with a label is on the page now; all are when it is left out.</param>
    public FormFindings(IEnumerable<ProblemItemDto> found, IReadOnlyDictionary<string, string> labels, Func<string, bool>? isThere = null)
    {
        _labels = [.. labels.Values.Where(label => isThere?.Invoke(label) ?? true)];
        All = [.. found.Select(problem => problem with { Field = LabelOf(problem.Field, labels) })];
    }

    public IReadOnlyList<ProblemItemDto> All { get; }

    /// <summary>Everything that is refused by rules which ask nobody.</summary>
    public static IReadOnlyList<ProblemItemDto> Of(IEnumerable<Action> rules)
    {
        var found = new List<ProblemItemDto>();
        foreach (var rule in rules)
        {
            try
            {
                rule();
            }
            catch (DarkroomException refused)
            {
                found.AddRange(refused.Errors.Select(error => error.ToDto()));
            }
        }

        return found;
    }

    /// <summary>What is about no field that is on the page.</summary>
    public IReadOnlyList<ProblemItemDto> Elsewhere => [.. All.Where(problem => problem.Field is null || !_labels.Contains(problem.Field))];

    /// <summary>What is about the field with a label.</summary>
    public IReadOnlyList<ProblemItemDto> At(string label) => [.. All.Where(problem => problem.Field == label)];

    // Of a list the API names the entry.
    private static string? LabelOf(string? field, IReadOnlyDictionary<string, string> labels) =>
        field is not null && labels.TryGetValue(field.Split('[')[0], out var label) ? label : field;
}
