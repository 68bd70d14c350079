using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.LaunchTemplates;

/// <summary>
/// Lays one set of launch parameters over another: single values win, structures are merged member by member, block devices by device name and
/// network interfaces by device index; any other list replaces the one below.
/// </summary>
internal static class LaunchMerge
{
    private static readonly Dictionary<string, string> ListKeys = new(StringComparer.Ordinal)
    {
        ["BlockDeviceMapping"] = "DeviceName",
        ["NetworkInterface"] = "DeviceIndex",
        ["TagSpecification"] = "ResourceType",
    };

    public static QueryNode Over(QueryNode below, QueryNode above)
    {
        var merged = below.Copy();
        Lay(merged, above);
        return merged;
    }

    private static void Lay(QueryNode onto, QueryNode above)
    {
        foreach (var (name, child) in above.Children.Where(child => child.Value.Exists))
        {
            if (child.Value is { Length: > 0 } text)
                onto.Child(name).Value = text;
            else if (child.IsList)
                onto.SetItems(name, ListKeys.TryGetValue(name, out var key) ? ByKey(onto.Items(name), above.Items(name), key) : above.Items(name));
            else
                Lay(onto.Child(name), child);
        }
    }

    private static IEnumerable<QueryNode> ByKey(IReadOnlyList<QueryNode> below, IReadOnlyList<QueryNode> above, string key) =>
        below.Select(item => above.FirstOrDefault(other => other.Text(key) == item.Text(key)) is { } over ? Over(item, over) : item)
            .Concat(above.Where(item => below.All(other => other.Text(key) != item.Text(key))));
}
