using System.Text.RegularExpressions;
using System.Xml.Linq;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2;

/// <summary>Finding things by id, with the error codes of their type.</summary>
/// <param name="Prefix">What its ids begin with, without the dash.</param>
/// <param name="Code">The first part of its error codes: <c>InvalidAMIID</c> gives <c>InvalidAMIID.NotFound</c> and <c>InvalidAMIID.Malformed</c>.</param>
/// <param name="Noun">How the messages call it.</param>
internal sealed partial record Finding(string Prefix, string Code, string Noun)
{
    public static readonly Finding Instance = new("i", "InvalidInstanceID", "instance ID");
    public static readonly Finding Image = new("ami", "InvalidAMIID", "image id");
    public static readonly Finding Snapshot = new("snap", "InvalidSnapshot", "snapshot");
    public static readonly Finding Volume = new("vol", "InvalidVolume", "volume");
    public static readonly Finding Subnet = new("subnet", "InvalidSubnetID", "subnet ID");
    public static readonly Finding Vpc = new("vpc", "InvalidVpcID", "vpc ID");
    public static readonly Finding SecurityGroup = new("sg", "InvalidGroup", "security group");
    public static readonly Finding NetworkInterface = new("eni", "InvalidNetworkInterfaceID", "networkInterface ID");

    private static readonly Finding[] All = [Instance, Image, Snapshot, Volume, Subnet, Vpc, SecurityGroup, NetworkInterface];

    /// <summary>How to speak of a thing whose type is only told by its id.</summary>
    public static Finding? OfId(string id) => Array.Find(All, finding => id.StartsWith(finding.Prefix + "-", StringComparison.Ordinal));

    /// <summary>One thing that exists, seen by reads or not.</summary>
    /// <exception cref="AwsException">Its id is malformed, or there is no such thing.</exception>
    public T One<T>(RegionState region, string id)
        where T : Resource
    {
        CheckForm(id);
        return region.Resources.TryFind<T>(id, out var found) ? found : throw NotFound(id);
    }

    /// <summary>What a Describe call starts from: the things it names by id, or everything that lists show.</summary>
    public IEnumerable<T> Named<T>(AwsCall call, string idParameter)
        where T : Resource
    {
        var ids = call.Parameters.Texts(idParameter);
        if (ids.Count == 0)
            return Listed<T>(call);
        return ids.Distinct().Select(id => One<T>(call.Region, id) is var found && call.Region.Sees(found) ? found : throw NotFound(id)).ToList();
    }

    /// <summary>Everything that a list shows: what is new isn't there yet, what a service operates only on request.</summary>
    public static IEnumerable<T> Listed<T>(AwsCall call)
        where T : Resource
    {
        var managedToo = call.Parameters.Flag("IncludeManagedResources") == true;
        return call.Region.Resources.All<T>().Where(resource => call.Region.Sees(resource) && (managedToo || resource.Operator is null));
    }

    public AwsException NotFound(string id) => new(Code + ".NotFound", $"The {Noun} '{id}' does not exist");

    /// <exception cref="AwsException">The id is malformed.</exception>
    public void CheckForm(string id)
    {
        if (!IdForm().IsMatch(id) || !id.StartsWith(Prefix + "-", StringComparison.Ordinal))
            throw new AwsException(Code + ".Malformed", $"Invalid id: \"{id}\" (expecting \"{Prefix}-...\")");
    }

    [GeneratedRegex("^[a-z]+-[0-9a-zA-Z]{1,63}$")]
    private static partial Regex IdForm();
}

/// <summary>Members that many answers share.</summary>
internal static class Common
{
    public static XElement? Tags(Resource resource) => resource.Tags.Count == 0 ? null : Xml.Set("tagSet", resource.Tags.Select(tag =>
        new[] { Xml.Member("key", tag.Key), Xml.Member("value", tag.Value) }));

    public static XElement? Operator(Resource resource) => resource.Operator is not { } principal ? null : Xml.Structure("operator",
        Xml.Member("managed", true), Xml.Member("principal", principal), Xml.Member("hiddenByDefault", true));
}
