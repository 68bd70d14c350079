using System.Diagnostics.CodeAnalysis;
using Darkroom.Contracts.Paths;

namespace Darkroom.PowerShell.Drive;

/// <summary>
/// Reads a path as the engine hands it over: with all its separators turned into the platform's, also those inside of names. Which one a name had can't be
/// told any more. Address blocks have slashes; any other name is looked for as it came, and then with the other separator.
/// </summary>
internal static class DrivePlace
{
    public static bool TryParse(string path, [NotNullWhen(true)] out XDHypPath? place, [NotNullWhen(false)] out PathParseError? error)
    {
        if (!XDHypPath.TryParseInDrive(path, out place, out error)) return false;
        place = With(place, node => node.Type == ItemType.Network ? node.Name.Replace('\\', '/') : node.Name);
        return true;
    }

    /// <summary>The same place with the other separator inside of names; null where no name has one.</summary>
    public static XDHypPath? Otherwise(XDHypPath place)
    {
        var other = With(place, node => node.Type == ItemType.Network ? node.Name : Swapped(node.Name));
        return other.Equals(place) ? null : other;
    }

    private static XDHypPath With(XDHypPath place, Func<PathNode, string> named) => place is { Root: { } root, Head: { } head, Leaf: not null }
        ? XDHypPath.Of(root, head).Child(new RelativePath(place.Nodes.Select(node => new PathNode(node.Type, named(node), node.Id))))
        : place;

    private static string Swapped(string name) => string.Create(name.Length, name, (swapped, from) =>
    {
        for (var i = 0; i < from.Length; i++) swapped[i] = from[i] switch { '/' => '\\', '\\' => '/', var c => c };
    });
}
