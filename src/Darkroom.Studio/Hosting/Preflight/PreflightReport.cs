using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;

namespace Darkroom.Studio.Hosting.Preflight;

/// <summary>What was looked at beforehand and what it came to.</summary>
/// <param name="Inputs">What it was looked at for, by name.</param>
public sealed record PreflightReport(string Title, DateTimeOffset At, IReadOnlyList<(string Name, string Value)> Inputs, IReadOnlyList<PreflightPart> Parts);

/// <summary>The checks of one preparation, or of a share to one hosting unit.</summary>
/// <param name="Heading">Null where there is one part only.</param>
/// <param name="Verdict">In words.</param>
/// <param name="Passes">Nothing that can be known now stands in the way.</param>
public sealed record PreflightPart(string? Heading, string Verdict, bool Passes, IReadOnlyList<ImageCheckDto> Checks)
{
    /// <summary>Why it couldn't be looked at.</summary>
    public IReadOnlyList<ProblemItemDto> Refusals { get; init; } = [];

    /// <summary>How many checks came to what.</summary>
    public string Count
    {
        get
        {
            var counts = CheckWords.Results
                .Select(result => (Result: result, Many: Checks.Count(check => check.Result == result)))
                .Where(count => count.Many > 0)
                .Select(count => $"{count.Many} {CheckWords.Of(count.Result).Text.ToLowerInvariant()}");
            return string.Join(", ", counts);
        }
    }

    public IEnumerable<(string Group, IReadOnlyList<ImageCheckDto> Checks)> Groups => CheckWords.Grouped(Checks);
}
