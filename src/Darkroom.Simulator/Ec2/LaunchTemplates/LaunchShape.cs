using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.LaunchTemplates;

/// <summary>
/// Launch parameters on their way from a request to an answer. The two shapes of launch template data differ by rule (a lower first letter,
/// <c>Set</c> behind a list's name) with few exceptions, so they are kept as they came and nothing in them is lost.
/// </summary>
internal static class LaunchShape
{
    private static readonly Dictionary<string, string> UnruledLists = new(StringComparer.Ordinal)
    {
        ["NetworkInterface/SecurityGroupId"] = "groupSet",
        ["/LicenseSpecification"] = "licenseSet",
        ["SecondaryInterface/PrivateIpAddress"] = "privateIpAddressesSet",
    };

    public static XElement Structure(string name, QueryNode node) => new(Lower(name), Members(node, name));

    public static XElement? List(string name, QueryNode parent, string parentName = "") => parent.Items(name) is { Count: > 0 } items
        ? Xml.Set(UnruledLists.GetValueOrDefault($"{parentName}/{name}") ?? Lower(name) + "Set", items.Select(item => item.Value is { Length: > 0 } text
            ? (object)text
            : Members(item, name)))
        : null;

    /// <summary>The members of launch template data in an answer.</summary>
    public static IEnumerable<XElement?> Members(QueryNode node, string name = "") => node.Children.Where(child => child.Value.Exists).Select(child =>
        child.Value.IsList ? List(child.Key, node, name)
        : child.Value.Value is { Length: > 0 } text ? Xml.Member(Lower(child.Key), text)
        : Structure(child.Key, child.Value));

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
