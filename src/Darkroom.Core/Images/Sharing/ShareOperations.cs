using Darkroom.Contracts.Images;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Sharing;

/// <summary>What the two operations on a share know of it.</summary>
public sealed record ShareInput
{
    public required Guid SpecUid { get; init; }
    public required Guid HostingUnitUid { get; init; }

    /// <summary>What the share goes back to when its removal fails; null while it is being made.</summary>
    public ImageShareStatus? StatusBefore { get; init; }
}

/// <summary>What the two operations on a share have in common.</summary>
internal static class ShareOperations
{
    /// <summary>Nothing is made that could be looked at, so no failure is held (docs/decisions/what-holds-nothing.md).</summary>
    private const int HoldSeconds = 0;

    /// <summary>An operation on the place's share.</summary>
    public static Operation On(SharePlace place, Change change, string kind, string title, ShareInput input) => new()
    {
        Kind = kind,
        Title = title,
        SubjectUid = place.Spec.Uid,
        ConnectionUid = place.TargetConnection.Uid,
        HostingUnitUid = place.Target.Uid,
        StartedBy = change.Caller.Name,
        LoggingId = change.Caller.LoggingId,
        HoldSeconds = HoldSeconds,
        CreatedAt = change.Now,
        UpdatedAt = change.Now,
        Input = StoredJson.Write(input),
    };

    /// <summary>The share that the operation is the latest one of, or null: it was removed or is another operation's.</summary>
    public static Task<ImageVersionSpecHostingUnit?> ShareOfAsync(this DarkroomDb db, Operation operation) =>
        db.ShareOfAsync(operation.SubjectUid, operation.HostingUnitUid, operation.Id, CancellationToken.None);

    /// <summary>The share that a running step works on.</summary>
    /// <exception cref="Errors.DarkroomException">ImageShareReplaced.</exception>
    public static async Task<ImageVersionSpecHostingUnit> RequireShareAsync(this DarkroomDb db, StepContext context)
    {
        var input = context.Input<ShareInput>();
        return await db.ShareOfAsync(input.SpecUid, input.HostingUnitUid, context.OperationId, context.Cancel)
            ?? throw SharingErrors.Replaced.Raise(context.OperationId);
    }

    private static Task<ImageVersionSpecHostingUnit?> ShareOfAsync(this DarkroomDb db, Guid? spec, Guid? hostingUnit, Guid operation, CancellationToken ct) =>
        db.ImageVersionSpecHostingUnits.SingleOrDefaultAsync(u => u.SpecUid == spec && u.HostingUnitUid == hostingUnit && u.OperationId == operation, ct);
}
