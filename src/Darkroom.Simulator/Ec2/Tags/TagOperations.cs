using System.Xml.Linq;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Tags;

/// <summary>Tags of everything that has an id.</summary>
internal static class TagOperations
{
    public static readonly Ec2Operation[] All =
    [
        new("CreateTags", Create, "ResourceId", "Tag"),
        new("DeleteTags", Delete, "ResourceId"),
        new("DescribeTags", Describe),
    ];

    private static readonly Filters<(Resource Resource, string Key, string Value)> Filters = new()
    {
        ["key"] = tag => [tag.Key],
        ["value"] = tag => [tag.Value],
        ["resource-id"] = tag => [tag.Resource.Id],
        ["resource-type"] = tag => [tag.Resource.Kind],
    };

    private static IEnumerable<XElement?> Create(AwsCall call)
    {
        var tags = TagSpecifications.ReadTags(call.Parameters);
        foreach (var resource in Targets(call))
            TagSpecifications.Put(resource, tags);
        return Ec2Operation.Done();
    }

    private static IEnumerable<XElement?> Delete(AwsCall call)
    {
        var tags = call.Parameters.Items("Tag");
        foreach (var resource in Targets(call))
        {
            if (tags.Count == 0)
                resource.Tags.Clear();
            foreach (var tag in tags)
            {
                var key = tag.Required("Key");
                if (tag.Text("Value") is not { } value || (resource.Tags.TryGetValue(key, out var present) && present == value))
                    resource.Tags.Remove(key);
            }
        }
        return Ec2Operation.Done();
    }

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var all = call.Region.Resources.Everything.Where(call.Region.Sees)
            .SelectMany(resource => resource.Tags.Select(tag => (Resource: resource, tag.Key, tag.Value)));
        var (page, next) = Listing.Page(call, Listing.Filter(call, all, Filters));
        return
        [
            Xml.Set("tagSet", page.Select(tag => new[]
            {
                Xml.Member("resourceId", tag.Resource.Id), Xml.Member("resourceType", tag.Resource.Kind),
                Xml.Member("key", tag.Key), Xml.Member("value", tag.Value),
            })),
            next,
        ];
    }

    private static List<Resource> Targets(AwsCall call) =>
        [.. call.Parameters.Texts("ResourceId").Select(id => call.Region.Resources.TryFind<Resource>(id, out var resource) && call.Region.Sees(resource)
            ? resource
            : throw (Finding.OfId(id)?.NotFound(id) ?? new AwsException("InvalidID", $"The ID '{id}' is not valid")))];
}
