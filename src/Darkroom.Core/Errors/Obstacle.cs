using Darkroom.Contracts.Problems;

namespace Darkroom.Core.Errors;

/// <summary>Something that has to go or end before a change can be made.</summary>
/// <param name="Name">What it is called where it is shown.</param>
/// <param name="Text">What a message calls it.</param>
public sealed record Obstacle(ObstacleKind Kind, Guid Uid, string Name, string Text)
{
    /// <summary>The spec that a share belongs to, and that a catalog or a machine uses.</summary>
    public Guid? ImageVersionSpecUid { get; init; }

    public ObstacleDto ToDto() => new(Kind, Uid, Name) { ImageVersionSpecUid = ImageVersionSpecUid };
}

/// <summary>Obstacles as a message names them.</summary>
internal static class Obstacles
{
    // Long lists say how many more there are; a message isn't a listing.
    private const int NamedAtMost = 10;

    // A spec's own text says what it is.
    private static readonly Dictionary<ObstacleKind, (string One, string Many)> Words = new()
    {
        [ObstacleKind.HostingUnit] = ("hosting unit", "hosting units"),
        [ObstacleKind.ImageDefinition] = ("image definition", "image definitions"),
        [ObstacleKind.ImageVersion] = ("version", "versions"),
        [ObstacleKind.ImageVersionSpec] = ("", ""),
        [ObstacleKind.ImageShare] = ("share to the hosting unit", "shares to the hosting units"),
        [ObstacleKind.ProvisioningScheme] = ("catalog", "catalogs"),
        [ObstacleKind.Machine] = ("machine", "machines"),
        [ObstacleKind.PendingImageDeletion] = ("pending deletion of the snapshot", "pending deletions of the snapshots"),
        [ObstacleKind.Operation] = ("operation", "operations"),
    };

    /// <summary>All of one kind after the other: <c>versions 1, 2; catalog 'Desktops' (…)</c>.</summary>
    public static string ByKind(IEnumerable<Obstacle> obstacles) => string.Join(
        "; ",
        obstacles.GroupBy(o => o.Kind).OrderBy(g => g.Key).Select(g => $"{(g.Skip(1).Any() ? Words[g.Key].Many : Words[g.Key].One)} {Texts(g)}".Trim()));

    /// <summary>In the order given.</summary>
    public static string Texts(IEnumerable<Obstacle> obstacles) => Names(obstacles.Select(o => o.Text));

    /// <summary>The first ten, and how many more there are.</summary>
    public static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        var named = string.Join(", ", all.Take(NamedAtMost));
        return all.Count > NamedAtMost ? $"{named} and {all.Count - NamedAtMost} more" : named;
    }
}
