using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Tags;

/// <summary>Tags that a request gives to what it makes, by the resource's type.</summary>
internal sealed class TagSpecifications
{
    private const int MostTags = 50;
    private readonly Dictionary<string, List<KeyValuePair<string, string>>> byKind = new(StringComparer.Ordinal);

    /// <param name="parameters">The request.</param>
    /// <param name="kinds">The types that the call can make.</param>
    /// <exception cref="AwsException">A type that the call doesn't make, or tags that AWS refuses.</exception>
    public static TagSpecifications Read(QueryNode parameters, params string[] kinds)
    {
        var read = new TagSpecifications();
        foreach (var specification in parameters.Items("TagSpecification"))
        {
            var kind = specification.Text("ResourceType")
                ?? throw new AwsException("InvalidParameterValue", "Tag specification resource type must have a value");
            if (!kinds.Contains(kind))
                throw new AwsException("InvalidParameterValue", $"'{kind}' is not a valid taggable resource type for this operation.");
            if (!read.byKind.TryGetValue(kind, out var tags))
                read.byKind[kind] = tags = [];
            tags.AddRange(ReadTags(specification));
        }
        if (read.byKind.Values.Any(tags => tags.DistinctBy(tag => tag.Key).Count() > MostTags))
            throw TooMany();
        return read;
    }

    public static List<KeyValuePair<string, string>> ReadTags(QueryNode parameters)
    {
        var tags = parameters.Items("Tag").Select(tag => KeyValuePair.Create(tag.Required("Key"), tag.Text("Value") ?? "")).ToList();
        foreach (var (key, value) in tags)
        {
            if (key.Length > 128 || value.Length > 256 || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw new AwsException("InvalidParameterValue", $"The tag '{key}' is not allowed: keys hold 128 characters, values 256, aws: is reserved.");
        }
        return tags;
    }

    /// <summary>Puts tags on a thing, over those with the same keys.</summary>
    public static void Put(Resource resource, IEnumerable<KeyValuePair<string, string>> tags)
    {
        var added = tags.ToList();
        if (resource.Tags.Keys.Union(added.Select(tag => tag.Key)).Count() > MostTags)
            throw TooMany();
        foreach (var (key, value) in added)
            resource.Tags[key] = value;
    }

    public void Apply(Resource resource)
    {
        if (byKind.TryGetValue(resource.Kind, out var tags))
            Put(resource, tags);
    }

    private static AwsException TooMany() => new("TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
}
