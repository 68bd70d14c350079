using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Sharing;

/// <summary>A spec, where it lies, and where it is to be used as well.</summary>
internal sealed record SharePlace(
    ImageVersionSpec Spec, ImageVersion Version, ImageDefinition Definition, HostingUnit Unit, HypervisorConnection Connection,
    HostingUnit Target, HypervisorConnection TargetConnection, ImageVersionSpecHostingUnit? Share)
{
    public string Title => $"{Definition.Name} version {Version.Number}";

    /// <summary>One connection leads to both units.</summary>
    public bool OneConnection => Connection.Uid == TargetConnection.Uid;

    /// <exception cref="DarkroomException">ImageVersionSpecNotFound, ImageVersionSpecPlaceholder, HostingUnitObjectNotFound.</exception>
    public static async Task<SharePlace> FindAsync(DarkroomDb db, Guid spec, string hostingUnit, CancellationToken ct)
    {
        var row = await db.ImageVersionSpecRowAsync(spec, ct);
        var target = await db.HostingUnitAsync(Input.Present(hostingUnit, "hostingUnit"), ct, "hostingUnit");
        return new SharePlace(
            row.Spec,
            row.Version,
            row.Definition,
            row.HostingUnit,
            await db.ConnectionOfAsync(row.HostingUnit, ct),
            target,
            await db.ConnectionOfAsync(target, ct, "hostingUnit"),
            await db.ImageVersionSpecHostingUnits.SingleOrDefaultAsync(u => u.SpecUid == spec && u.HostingUnitUid == target.Uid, ct));
    }

    /// <summary>The rules that need nothing but the tables, by the name of the check.</summary>
    /// <param name="operation">The operation at work on the share, which doesn't stand in its own way.</param>
    public IEnumerable<(string Check, Error? Refusal)> Rules(Guid? operation = null) =>
    [
        (CheckNames.Spec, SharingRules.SpecIsPrepared(Spec) ?? SharingRules.SpecIsSuccess(Spec)),
        (CheckNames.HostingUnit, SharingRules.UnitIsAnother(Spec, Target)
            ?? (operation is not null && Share?.OperationId == operation ? null : SharingRules.IsNotShared(Share, Target))),
        (CheckNames.Region, SharingRules.RegionIsTheSame(Connection, Target, TargetConnection)),
    ];

    /// <exception cref="DarkroomException">What the rules refuse, and HypervisorInMaintenanceMode.</exception>
    public void Require()
    {
        Refusals.Raise(Rules().Select(rule => rule.Refusal));
        RequireService();
    }

    /// <exception cref="DarkroomException">HypervisorInMaintenanceMode.</exception>
    public void RequireService()
    {
        ConnectionIsNotInMaintenance.Check(Connection);
        ConnectionIsNotInMaintenance.Check(TargetConnection);
    }

    /// <summary>Null while the spec has no image.</summary>
    public SharingPlan? Plan() => Spec is { ImageId: { } image, Profile: { } profile, Scheme: { } scheme }
        ? new SharingPlan
        {
            ImageId = image,
            SnapshotIds = Spec.SnapshotIds,
            Profile = profile,
            InstanceType = scheme.ServiceOffering,
            VpcId = Target.VpcId,
            Zone = Target.AvailabilityZone,
            SubnetIds = [.. Target.Subnets.Select(s => s.SubnetId)],
        }
        : null;
}
