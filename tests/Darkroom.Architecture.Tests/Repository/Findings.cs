namespace Darkroom.Architecture.Tests.Repository;

/// <summary>What offends a rule, each on a line.</summary>
internal static class Findings
{
    public static void ShouldBeNone<T>(this IEnumerable<T> findings)
    {
        var lines = findings.Select(finding => finding?.ToString()).ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} found:\n{string.Join('\n', lines)}");
    }
}
