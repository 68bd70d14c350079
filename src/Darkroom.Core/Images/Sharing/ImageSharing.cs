using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Sharing;

/// <summary>
/// From a prepared spec to one that may be used in another hosting unit as well. No data moves.
/// <code>
/// step           undo   a Retry starts at
/// CheckSharing   –      itself
/// CommitShare    –      itself
/// </code>
/// </summary>
public sealed class ImageSharing : OperationDefinition
{
    public const string OperationKind = "ShareImage";

    public override string Kind => OperationKind;

    public override string TaskType => "AddProvImageVersionSpecHostingUnit";

    public override IReadOnlyList<Step> Steps { get; } =
    [
        new(ShareSteps.Checking, ShareSteps.CheckAsync, "LocatingResources", "ValidatingInputs"),
        new("CommitShare", ShareSteps.CommitAsync, "ReplicatingConsolidatedImageToAllStorage", "CommittingAddImageVersionSpecHostingUnit"),
    ];

    public override Task OnFailedAsync(DarkroomDb db, Operation operation, IReadOnlyList<Error> errors) =>
        FailAsync(db, operation, [.. errors.Select(e => e.ToDto())]);

    public override Task OnUnfinishedAsync(DarkroomDb db, Operation operation) => FailAsync(db, operation, operation.Error is { } error ? [error] : []);

    public override Task OnCanceledAsync(DarkroomDb db, Operation operation) => OnUnfinishedAsync(db, operation);

    /// <exception cref="DarkroomException">ImageShareReplaced, ImageShareNotSuccess, HypervisorInMaintenanceMode.</exception>
    public override async Task OnRetriedAsync(Change change, Operation operation)
    {
        var db = change.Db;
        var share = await db.ShareOfAsync(operation) ?? throw SharingErrors.Replaced.Raise(operation.Id);
        var spec = await db.ImageVersionSpecs.SingleAsync(s => s.Uid == share.SpecUid);
        if (SharingRules.SpecIsSuccess(spec) is { } refusal)
        {
            throw refusal.AsException();
        }

        var connections = db.Connections.Where(c => c.Uid == operation.ConnectionUid || db.HostingUnits.Any(u => u.Uid == spec.HostingUnitUid && u.ConnectionUid == c.Uid));
        foreach (var connection in await connections.ToListAsync())
        {
            ConnectionIsNotInMaintenance.Check(connection);
        }

        (share.Status, share.Errors, share.Checks) = (ImageShareStatus.InProgress, [], []);
        db.Touch(spec);
    }

    private static async Task FailAsync(DarkroomDb db, Operation operation, IReadOnlyList<ProblemItemDto> errors)
    {
        if (await db.ShareOfAsync(operation) is { Status: ImageShareStatus.InProgress } share)
        {
            (share.Status, share.Errors) = (ImageShareStatus.Failed, errors);
            db.Touch(await db.ImageVersionSpecs.SingleAsync(s => s.Uid == share.SpecUid));
        }
    }
}
