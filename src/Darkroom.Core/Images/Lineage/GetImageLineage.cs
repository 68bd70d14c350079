using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Lineage;

/// <summary>Shows where the image of a version comes from and where it is used; whether images are still in the account is asked of the cloud.</summary>
public sealed class GetImageLineage(UseCaseRunner runner, ICloud cloud, CloudAccessFactory access, Clock clock) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <summary>By one of the version's specs.</summary>
    /// <exception cref="DarkroomException">ImageVersionSpecNotFound, ImageVersionSpecPlaceholder.</exception>
    public Task<ImageLineageDto> HandleAsync(Caller caller, Guid specUid, CancellationToken ct) =>
        runner.ReadAsync<GetImageLineage, ImageLineageDto>(
            caller, async db => await LookAsync(db, ImageVersionReference.Of((await db.ImageVersionSpecAsync(specUid, ct)).ImageVersionUid), ct), ct);

    /// <exception cref="DarkroomException">ImageDefinitionNotFound, ImageVersionNotFound, ImageDefinitionHasNoVersion.</exception>
    public Task<ImageLineageDto> HandleAsync(Caller caller, ImageVersionReference version, CancellationToken ct) =>
        runner.ReadAsync<GetImageLineage, ImageLineageDto>(caller, db => LookAsync(db, version, ct), ct);

    private async Task<ImageLineageDto> LookAsync(DarkroomDb db, ImageVersionReference reference, CancellationToken ct)
    {
        var row = await db.ImageVersionAsync(reference, ct);
        var specs = await ImageVersionSpecView.Rows(db).Where(r => r.Version.Uid == row.Version.Uid).ToListAsync(ct);
        var (master, prepared) = (specs.SingleOrDefault(r => !r.Spec.IsPrepared)?.Spec, specs.SingleOrDefault(r => r.Spec.IsPrepared)?.Spec);
        var seen = master is null ? ImagesSeen.Nothing : await LookAtAsync(db, master, prepared, ct);
        return new ImageLineageDto
        {
            ImageDefinitionUid = row.Definition.Uid,
            ImageDefinitionName = row.Definition.Name,
            ImageVersionUid = row.Version.Uid,
            ImageVersionNumber = row.Version.Number,
            Nodes = master is null ? [] : [.. LineageTree.Of(master, prepared, await UseAsync(db, prepared, ct), seen)],
            Problems = [.. seen.Problems.Select(problem => problem.ToDto())],
        };
    }

    private static async Task<LineageUse> UseAsync(DarkroomDb db, ImageVersionSpec? prepared, CancellationToken ct)
    {
        var uid = prepared?.Uid;
        var machines = await db.BootedMachines.Where(m => m.SpecUid == uid).ToListAsync(ct);
        var schemes = machines.Select(m => m.ProvisioningSchemeUid).Distinct().ToArray();

        // Of the image that its machines still run on a scheme's history may tell nothing any more; its other lines have its name.
        var names = await db.ImageAssignments.Where(a => schemes.Contains(a.ProvisioningSchemeUid))
            .Select(a => new { a.ProvisioningSchemeUid, a.ProvisioningSchemeName }).Distinct().ToListAsync(ct);
        return new LineageUse(
            ImageShareView.ToDtos(await ImageShareView.Rows(db).Where(r => r.Spec.Uid == uid).ToListAsync(ct)),
            await db.ImageAssignments.Where(a => a.SpecUid == uid).ToListAsync(ct),
            machines,
            names.DistinctBy(n => n.ProvisioningSchemeUid).ToDictionary(n => n.ProvisioningSchemeUid, n => n.ProvisioningSchemeName));
    }

    private async Task<ImagesSeen> LookAtAsync(DarkroomDb db, ImageVersionSpec master, ImageVersionSpec? prepared, CancellationToken ct)
    {
        var connection = await db.Connections.SingleAsync(c => db.HostingUnits.Any(u => u.Uid == master.HostingUnitUid && u.ConnectionUid == c.Uid), ct);
        if (connection.MaintenanceMode)
        {
            return ImagesSeen.Nothing with { Problems = [HostingErrors.ConnectionInMaintenance.With(connection.Name)] };
        }

        var images = new Dictionary<string, ImageStatus?>();
        var problems = new List<Error>();
        foreach (var image in new[] { master.MasterImageId, prepared?.ImageId }.OfType<string>().Distinct())
        {
            try
            {
                images[image] = await ShortRetry.RunAsync(clock, () => cloud.GetImageAsync(access.For(connection), image, ct), ct);
            }
            catch (Exception e) when (e is CloudException or DarkroomException)
            {
                problems.Add(e is CloudException failure ? failure.Error : ((DarkroomException)e).Error);
            }
        }

        return new ImagesSeen(images, [.. problems.DistinctBy(problem => problem.Message)]);
    }
}
