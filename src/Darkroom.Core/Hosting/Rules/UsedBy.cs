namespace Darkroom.Core.Hosting;

/// <summary>Names what keeps something from being removed.</summary>
internal static class UsedBy
{
    // Long lists say how many more there are; a message isn't a listing.
    private const int NamedAtMost = 10;

    public static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        var named = string.Join(", ", all.Take(NamedAtMost));
        return all.Count > NamedAtMost ? $"{named} and {all.Count - NamedAtMost} more" : named;
    }
}
