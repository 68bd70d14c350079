using Darkroom.Core.Clouds;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Operations;

/// <summary>What becomes of intents.</summary>
public static class IntentLog
{
    /// <summary>The resource exists under this id; the intent stays open until it is kept or gone.</summary>
    public static async Task FoundAsync(this DarkroomDb db, string reference, string resourceId)
    {
        if (await db.ResourceIntents.FindAsync(reference) is { } intent)
        {
            intent.ResourceId = resourceId;
        }
    }

    /// <summary>Its fate is known: kept for good, gone, or never made.</summary>
    public static async Task SettleAsync(this DarkroomDb db, string reference, string? resourceId, DateTimeOffset now)
    {
        if (await db.ResourceIntents.FindAsync(reference) is { ClosedAt: null } intent)
        {
            intent.ResourceId ??= resourceId;
            intent.ClosedAt = now;
        }
    }

    /// <summary>
    /// Commits the intent and makes a creating call. When the cloud refuses the first such call for good, nothing was made and the intent is
    /// settled; a later refusal says nothing about the calls before it.
    /// </summary>
    /// <param name="find">
    /// What carries the reference. Asked where the cloud has seen the token with other parameters: an earlier call made the resource, perhaps one of
    /// another version of Darkroom's, and that resource is taken.
    /// </param>
    public static async Task<string> CreateAsync(
        this StepContext context, OwnedResourceKind kind, string reference, Func<Task<string>> create, Func<Task<IReadOnlyList<string>>>? find = null)
    {
        var first = await context.IntendAsync(kind, reference);
        try
        {
            return await create();
        }
        catch (CloudException e) when (first && !e.IsTransient)
        {
            await context.SettleAsync(reference, null);
            throw;
        }
        catch (CloudException e) when (find is not null && e.Error.Definition == CloudErrors.TokenReused)
        {
            var made = await find();
            if (made.Count > 1)
            {
                throw;
            }

            return made.Count == 1
                ? made[0]
                : throw new CloudException(CloudErrors.NotVisibleYet.With(kind, reference) with { Detail = e.Error.Detail }, transient: true);
        }
    }
}
