namespace Darkroom.Server.Demo;

/// <summary>The accounts against what they were, by full listings.</summary>
internal static class ComparingActs
{
    public static async Task AfterPreparationsAsync(Demonstration demo, AccountListing before, CancellationToken ct)
    {
        demo.Stage.Act("Compare the account with what it was");
        var added = await before.AddedAsync(ct);
        foreach (var resource in added.OrderBy(r => r.Type, StringComparer.Ordinal))
        {
            demo.Stage.Line($"+ {resource.Type}", $"{resource.Id}  {resource.Tags.GetValueOrDefault("Name") ?? resource.Tags.GetValueOrDefault("darkroom:image-definition")}");
        }

        RequireNothingGone(before);
        if (DemoExpectation.Unmet(added) is { } unmet)
        {
            throw new DemoFailedException(unmet);
        }

        demo.Stage.Good("Two images, their snapshots and the isolation group were added, and nothing else.");
    }

    public static async Task AtTheEndAsync(Demonstration demo, AccountListing before, CancellationToken ct)
    {
        demo.Stage.Act("Compare the account with what it was once more");
        var left = await before.AddedAsync(ct);
        if (left.Count > 0)
        {
            throw new DemoFailedException($"Left behind: {string.Join(", ", left.Select(r => $"{r.Type} {r.Id}"))}.");
        }

        RequireNothingGone(before);
        demo.Stage.Good($"Everything is as it was: the same {before.Count} resources, by their ids.");
    }

    private static void RequireNothingGone(AccountListing before)
    {
        if (before.Gone is { Count: > 0 } gone)
        {
            throw new DemoFailedException($"Gone: {string.Join(", ", gone)}.");
        }
    }
}
