using System.Globalization;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Hosting;

/// <summary>The one order of inventory: by type, then by path; versions of a launch template from the newest to the oldest.</summary>
internal sealed class InventoryOrder : IComparer<(CloudItemKind Kind, string Path)>
{
    public static readonly InventoryOrder Instance = new();

    private InventoryOrder()
    {
    }

    public static (CloudItemKind Kind, string Path) KeyOf(InventoryItem item) => (item.Kind, item.RelativePath);

    public int Compare((CloudItemKind Kind, string Path) x, (CloudItemKind Kind, string Path) y) => (x.Kind, y.Kind) switch
    {
        (CloudItemKind.LaunchTemplateVersion, CloudItemKind.LaunchTemplateVersion) => NumberIn(y.Path).CompareTo(NumberIn(x.Path)),
        var (one, other) when one == other => string.Compare(x.Path, y.Path, StringComparison.OrdinalIgnoreCase),
        var (one, other) => one.CompareTo(other),
    };

    // A mark may come from anybody; what has no number in it comes after all that have.
    private static long NumberIn(string path) =>
        RelativePath.TryParse(path, out var read, out _) && long.TryParse(read.Leaf.Id, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
