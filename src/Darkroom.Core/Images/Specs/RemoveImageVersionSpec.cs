using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Specs;

/// <summary>
/// Removes the record of a spec that has nothing in the cloud: a master spec that nothing was prepared from, or a prepared
/// one whose preparation was undone or whose image is gone.
/// </summary>
public sealed class RemoveImageVersionSpec(UseCaseRunner runner, ICloud cloud, CloudAccessFactory access) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <param name="expected">The spec's version that the caller has read; null takes any.</param>
    /// <exception cref="DarkroomException">
    /// ImageVersionSpecNotFound, ImageVersionSpecPlaceholder, VersionMismatch, MasterSpecInUse, ImagePreparationInProgress, ImagePreparationHeld,
    /// ImagePreparationStuck, HypervisorInMaintenanceMode, PreparedImageExists, or what the cloud said when asked for the image.
    /// </exception>
    public Task HandleAsync(Caller caller, Guid uid, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<RemoveImageVersionSpec, string?, bool>(
            caller,
            new { uid, expected },
            async db =>
            {
                var spec = await RemovableAsync(db, uid, expected, ct);
                return spec.ImageId is { } image ? await GoneAsync(db, spec, image, ct) : null;
            },
            async (change, gone) =>
            {
                var spec = await RemovableAsync(change.Db, uid, expected, ct);
                if (spec.ImageId is { } image && image != gone)
                {
                    throw CommonErrors.ConcurrentChange.Raise();
                }

                var before = await ImageVersionSpecView.ToDtoAsync(change.Db, spec, ct);
                change.Db.Remove(spec);
                change.Db.Touch(await change.Db.ImageVersions.SingleAsync(v => v.Uid == spec.ImageVersionUid, ct));
                change.Audit(nameof(ImageVersionSpec), spec.Uid, $"{before.ImageDefinitionName} {before.ImageVersionNumber}", before, null);
                return true;
            },
            ct);

    private static async Task<ImageVersionSpec> RemovableAsync(DarkroomDb db, Guid uid, long? expected, CancellationToken ct)
    {
        var spec = await db.ImageVersionSpecAsync(uid, ct);
        ExpectedVersion.Check(spec, expected, "image version spec", uid.ToString());
        if (spec.IsPrepared)
        {
            RemovalRules.PreparationIsOver(spec, await db.Operations.SingleOrDefaultAsync(o => o.Id == spec.OperationId, ct));
        }
        else
        {
            var prepared = db.ImageVersionSpecs.Where(s => s.SourceSpecUid == uid).Select(s => (Guid?)s.Uid);
            RemovalRules.MasterIsUnused(spec, await prepared.FirstOrDefaultAsync(ct));
        }

        return spec;
    }

    /// <summary>The id of an image that is no more.</summary>
    private async Task<string> GoneAsync(DarkroomDb db, ImageVersionSpec spec, string image, CancellationToken ct)
    {
        var connection = await db.Connections.SingleAsync(c => db.HostingUnits.Any(u => u.Uid == spec.HostingUnitUid && u.ConnectionUid == c.Uid), ct);
        ConnectionIsNotInMaintenance.Check(connection);
        try
        {
            PreparedImageIsGone.Check(spec, connection, await cloud.GetImageAsync(access.For(connection), image, ct));
            return image;
        }
        catch (CloudException e)
        {
            throw new DarkroomException(e.Error, e);
        }
    }
}
