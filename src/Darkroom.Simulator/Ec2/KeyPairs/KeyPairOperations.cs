using System.Xml.Linq;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.KeyPairs;

/// <summary>Key pairs; they come with the world.</summary>
internal static class KeyPairOperations
{
    public static readonly Ec2Operation[] All = [new("DescribeKeyPairs", Describe)];

    private static readonly Filters<KeyPair> Filters = new()
    {
        ["key-name"] = key => [key.Name],
        ["key-pair-id"] = key => [key.Id],
        ["fingerprint"] = key => [key.Fingerprint],
    };

    /// <exception cref="AwsException">InvalidKeyPair.NotFound.</exception>
    public static void CheckExists(RegionState region, string name)
    {
        if (!region.Resources.All<KeyPair>().Any(key => key.Name == name))
            throw new AwsException("InvalidKeyPair.NotFound", $"The key pair '{name}' does not exist");
    }

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var names = call.Parameters.Texts("KeyName");
        foreach (var name in names)
            CheckExists(call.Region, name);
        var ids = call.Parameters.Texts("KeyPairId");
        var all = Finding.Listed<KeyPair>(call).Where(key =>
            (names.Count == 0 || names.Contains(key.Name)) && (ids.Count == 0 || ids.Contains(key.Id)));
        return
        [
            Xml.Set("keySet", Listing.Filter(call, all, Filters).Select(key => new[]
            {
                Xml.Member("keyPairId", key.Id), Xml.Member("keyName", key.Name), Xml.Member("keyFingerprint", key.Fingerprint),
                Xml.Member("keyType", "ed25519"), Xml.Member("createTime", key.CreatedAt), Common.Tags(key),
            })),
        ];
    }
}

/// <summary>A key pair; only its name matters here.</summary>
internal sealed class KeyPair(string id, DateTimeOffset createdAt, string name, string fingerprint) : Resource(id, createdAt)
{
    public override string Kind => "key-pair";

    public override string Status => "available";

    public string Name { get; } = name;

    public string Fingerprint { get; } = fingerprint;
}
