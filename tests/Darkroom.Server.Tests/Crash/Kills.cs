using System.Globalization;
using System.Text;
using Darkroom.Core.Images.Preparation;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Sharing;
using Darkroom.Core.Operations;

namespace Darkroom.Server.Tests.Crash;

/// <summary>One kill.</summary>
/// <param name="AfterStart">Real time since the step was seen to begin.</param>
/// <param name="Usual">How long the step took lately when nobody disturbed it.</param>
internal sealed record Kill(Guid Operation, TimeSpan AfterStart, TimeSpan Usual);

/// <summary>How many kills fell into each of some steps, and how many are wanted there. No two operations have a step of the same name.</summary>
/// <param name="wanted">How many are wanted, by the step's name.</param>
internal sealed class Kills(IReadOnlyDictionary<string, int> wanted)
{
    private static readonly OperationDefinition[] Definitions = [new ImagePreparation(null!), new ImageSharing(), new ImageUnsharing(), new ImageRemoval()];

    private readonly Dictionary<string, List<Kill>> _kills = wanted.Keys.ToDictionary(name => name, _ => new List<Kill>());

    public bool AreEnough => _kills.All(kills => kills.Value.Count >= wanted[kills.Key]);

    public int Total => _kills.Values.Sum(kills => kills.Count);

    /// <summary>Every kind of operation.</summary>
    public static IEnumerable<string> Operations => Definitions.Select(definition => definition.Kind);

    public bool AreWanted(string step, Guid operation) =>
        _kills.TryGetValue(step, out var kills) && kills.Count < wanted[step] && kills.TrueForAll(kill => kill.Operation != operation);

    public void Add(string step, Kill kill) => _kills[step].Add(kill);

    public int In(string step) => OperationsIn(step).Count;

    /// <summary>Which operations were killed in the step; none twice.</summary>
    public IReadOnlyCollection<Guid> OperationsIn(string step) => [.. _kills[step].Select(kill => kill.Operation)];

    public string Table()
    {
        var table = new StringBuilder().AppendLine("kills  operation     step                         ms after the step began / ms it usually takes");
        foreach (var (step, kills) in _kills)
        {
            var moments = kills.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.AfterStart.TotalMilliseconds:0.0}/{k.Usual.TotalMilliseconds:0.0}"));
            var operation = Definitions.Single(definition => definition.Steps.Any(s => s.Name == step)).Kind;
            table.AppendLine(CultureInfo.InvariantCulture, $"{kills.Count,5}  {operation,-12}  {step,-27}  {string.Join(", ", moments)}");
        }

        return table.Append(CultureInfo.InvariantCulture, $"{Total,5}  together").ToString();
    }

    public static IReadOnlyList<string> StepsOf(string operation) => [.. Definitions.Single(definition => definition.Kind == operation).Steps.Select(step => step.Name)];
}
