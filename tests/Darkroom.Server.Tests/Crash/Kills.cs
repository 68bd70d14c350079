using System.Globalization;
using System.Text;
using Darkroom.Core.Images.Preparation;

namespace Darkroom.Server.Tests.Crash;

/// <summary>One kill.</summary>
/// <param name="AfterStart">Real time since the step was seen to begin.</param>
/// <param name="Usual">How long the step took lately when nobody disturbed it.</param>
internal sealed record Kill(Guid Operation, TimeSpan AfterStart, TimeSpan Usual);

/// <summary>How many kills fell into each of some steps of a preparation, and how many are wanted there.</summary>
internal sealed class Kills(int eachStep, IReadOnlyList<string> steps)
{
    private readonly Dictionary<string, List<Kill>> _kills = steps.ToDictionary(name => name, _ => new List<Kill>());

    public bool AreEnough => _kills.Values.All(kills => kills.Count >= eachStep);

    public int Total => _kills.Values.Sum(kills => kills.Count);

    public bool AreWanted(string step, Guid operation) =>
        _kills.TryGetValue(step, out var kills) && kills.Count < eachStep && kills.TrueForAll(kill => kill.Operation != operation);

    public void Add(string step, Kill kill) => _kills[step].Add(kill);

    public int In(string step) => _kills[step].Count;

    public string Table()
    {
        var table = new StringBuilder().AppendLine("kills  step                         ms after the step began / ms it usually takes");
        foreach (var (step, kills) in _kills)
        {
            var moments = kills.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.AfterStart.TotalMilliseconds:0}/{k.Usual.TotalMilliseconds:0}"));
            table.AppendLine(CultureInfo.InvariantCulture, $"{kills.Count,5}  {step,-27}  {string.Join(", ", moments)}");
        }

        return table.Append(CultureInfo.InvariantCulture, $"{Total,5}  together").ToString();
    }

    public static IReadOnlyList<string> StepNames() => [.. new ImagePreparation(null!).Steps.Select(step => step.Name)];
}
