using Amazon.EC2;
using Amazon.EC2.Model;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

/// <summary>Tags in the SDK's form and in ours; the SDK gives null for none.</summary>
internal static class AwsTags
{
    public const string Name = "Name";

    public static IReadOnlyDictionary<string, string> ToDictionary(List<Tag>? tags) =>
        (tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value ?? "");

    public static string? NameIn(List<Tag>? tags) => tags?.Find(tag => tag.Key == Name)?.Value is { Length: > 0 } name ? name : null;

    public static List<Tag> From(ResourceTags tags, string? name = null)
    {
        var list = tags.ToDictionary().Select(tag => new Tag(tag.Key, tag.Value)).ToList();
        if (name is not null)
        {
            list.Add(new Tag(Name, name));
        }

        return list;
    }

    /// <summary>The same tags on several kinds of resource that one call makes.</summary>
    public static List<TagSpecification> Specify(List<Tag> tags, params IEnumerable<ResourceType> kinds) =>
        [.. kinds.Select(kind => new TagSpecification { ResourceType = kind, Tags = tags })];
}

/// <summary>A filter of a listing in one line.</summary>
internal static class AwsFilters
{
    public static Filter Where(string name, params IEnumerable<string> values) => new(name, [.. values]);
}
