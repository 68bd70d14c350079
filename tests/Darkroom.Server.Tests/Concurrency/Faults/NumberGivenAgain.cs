using Darkroom.Core.Images;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Darkroom.Server.Tests.Concurrency.Faults;

/// <summary>The fault: with the newest version its number is forgotten.</summary>
internal sealed class NumberGivenAgain : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var tracker = eventData.Context!.ChangeTracker;
        foreach (var version in tracker.Entries<ImageVersion>().Where(entry => entry.State == EntityState.Deleted).Select(entry => entry.Entity))
        {
            var definition = tracker.Entries<ImageDefinition>().Single().Entity;
            definition.LatestVersion -= definition.LatestVersion == version.Number ? 1 : 0;
        }

        return ValueTask.FromResult(result);
    }
}
