namespace Darkroom.Core.Hosting;

/// <summary>Names what keeps something from being removed.</summary>
internal static class UsedBy
{
    // Long lists say how many more there are; a message isn't a listing.
    private const int NamedAtMost = 10;

    public static string Names(IReadOnlyCollection<string> names)
    {
        var named = string.Join(", ", names.Take(NamedAtMost));
        return names.Count > NamedAtMost ? $"{named} and {names.Count - NamedAtMost} more" : named;
    }
}
