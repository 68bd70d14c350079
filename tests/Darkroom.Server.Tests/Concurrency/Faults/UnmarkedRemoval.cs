using Darkroom.Contracts.Images;
using Darkroom.Core.Images;
using Darkroom.Core.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Darkroom.Server.Tests.Concurrency.Faults;

/// <summary>The fault: the spec stays what it was while it is being removed.</summary>
internal sealed class UnmarkedRemoval : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var tracker = eventData.Context!.ChangeTracker;
        if (tracker.Entries<Operation>().Any(entry => entry is { State: EntityState.Added, Entity.Kind: "RemoveImage" }))
        {
            foreach (var spec in tracker.Entries<ImageVersionSpec>().Where(entry => entry.Entity.Status == ImageVersionSpecStatus.Deleting))
            {
                spec.Entity.Status = (ImageVersionSpecStatus)spec.OriginalValues[nameof(ImageVersionSpec.Status)]!;
            }
        }

        return ValueTask.FromResult(result);
    }
}
