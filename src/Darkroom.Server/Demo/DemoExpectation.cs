using Darkroom.Simulator.Control;

namespace Darkroom.Server.Demo;

/// <summary>What the play may leave in the account.</summary>
internal static class DemoExpectation
{
    private const int Images = 2;

    /// <summary>The first thing that isn't as it should be, or null.</summary>
    public static string? Unmet(IReadOnlyList<ResourceInfo> added)
    {
        var counts = added.CountBy(r => r.Type).ToDictionary();
        if (counts.GetValueOrDefault("image") != Images)
        {
            return $"{counts.GetValueOrDefault("image")} images were added instead of {Images}.";
        }

        if (counts.GetValueOrDefault("security-group") != 1)
        {
            return $"{counts.GetValueOrDefault("security-group")} security groups were added instead of one isolation group.";
        }

        if (counts.GetValueOrDefault("snapshot") < Images)
        {
            return $"{counts.GetValueOrDefault("snapshot")} snapshots were added; each image has one at least.";
        }

        var foreign = added.Where(r => r.Type is not ("image" or "snapshot" or "security-group")).ToList();
        return foreign.Count == 0 ? null : $"Left behind: {string.Join(", ", foreign.Select(r => $"{r.Type} {r.Id}"))}.";
    }
}
