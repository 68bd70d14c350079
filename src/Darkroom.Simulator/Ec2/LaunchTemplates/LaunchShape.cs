using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.LaunchTemplates;

/// <summary>
/// Launch parameters on their way from a request to an answer. The two shapes of launch template data differ by rule (a lower first letter,
/// <c>Set</c> behind a list's name) with few exceptions, so they are kept as they came and nothing in them is lost.
/// </summary>
internal static class LaunchShape
{
    private static readonly Dictionary<string, (string List, string Item)> UnruledLists = new(StringComparer.Ordinal)
    {
        ["NetworkInterface/SecurityGroupId"] = ("groupSet", "groupId"),
        ["/LicenseSpecification"] = ("licenseSet", "item"),
        ["SecondaryInterface/PrivateIpAddress"] = ("privateIpAddressesSet", "item"),
    };

    public static XElement Structure(string name, QueryNode node) => new(Lower(name), Members(node, name));

    public static XElement? List(string name, QueryNode parent, string parentName = "")
    {
        var items = parent.Items(name);
        if (items.Count == 0)
            return null;
        var (list, element) = UnruledLists.TryGetValue($"{parentName}/{name}", out var unruled) ? unruled : (Lower(name) + "Set", "item");
        return new(list, items.Select(item => new XElement(element, item.Value is { Length: > 0 } text ? text : Members(item, name))));
    }

    /// <summary>The members of launch template data in an answer.</summary>
    public static IEnumerable<XElement?> Members(QueryNode node, string name = "") => node.Children.Where(child => child.Value.Exists).Select(child =>
        child.Value.IsList ? List(child.Key, node, name)
        : child.Value.Value is { Length: > 0 } text ? Xml.Member(Lower(child.Key), text)
        : Structure(child.Key, child.Value));

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
