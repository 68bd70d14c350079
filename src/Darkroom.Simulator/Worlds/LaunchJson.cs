using System.Globalization;
using System.Text.Json;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Worlds;

/// <summary>Turns launch parameters in the AWS CLI's JSON names into those on the wire, where lists lose their plural.</summary>
internal static class LaunchJson
{
    private static readonly Dictionary<string, string> UnruledLists = new(StringComparer.Ordinal)
    {
        ["Groups"] = "SecurityGroupId",
        ["Ipv4Prefixes"] = "Ipv4Prefix",
        ["Ipv6Prefixes"] = "Ipv6Prefix",
        ["Ipv6Addresses"] = "Ipv6Addresses",
        ["PrivateIpAddresses"] = "PrivateIpAddresses",
    };

    public static QueryNode Read(JsonElement json)
    {
        var node = new QueryNode();
        foreach (var member in json.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Array)
                node.SetItems(WireName(member.Name), member.Value.EnumerateArray().Select(Value));
            else
                Write(node.Child(member.Name), member.Value);
        }
        return node;
    }

    private static QueryNode Value(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object)
            return Read(json);
        var node = new QueryNode();
        Write(node, json);
        return node;
    }

    private static void Write(QueryNode node, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var (name, child) in Read(json).Children)
                    node.Adopt(name, child);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                node.Value = json.GetBoolean() ? "true" : "false";
                break;
            case JsonValueKind.Number:
                node.Value = json.GetDecimal().ToString(CultureInfo.InvariantCulture);
                break;
            default:
                node.Value = json.GetString();
                break;
        }
    }

    private static string WireName(string name) =>
        UnruledLists.GetValueOrDefault(name) ?? (name.EndsWith('s') ? name[..^1] : name);
}
