using Darkroom.Contracts.Images;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Sharing;
using Darkroom.Core.Images.Use;

namespace Darkroom.Core.Images.Rules;

/// <summary>Where an image may be shared to. Each rule says what it refuses, or null.</summary>
public static class SharingRules
{
    /// <summary>Only what was prepared can be used by a catalog, so only that is shared.</summary>
    public static Error? SpecIsPrepared(ImageVersionSpec spec) => spec.IsPrepared ? null : SharingErrors.NotPrepared.With(spec.Uid);

    public static Error? SpecIsSuccess(ImageVersionSpec spec) =>
        spec.Status == ImageVersionSpecStatus.Success ? null : SharingErrors.NotSuccess.With(spec.Uid, spec.Status);

    public static Error? UnitIsAnother(ImageVersionSpec spec, HostingUnit unit) =>
        unit.Uid == spec.HostingUnitUid ? SharingErrors.OwnHostingUnit.With(spec.Uid, unit.Name) : null;

    /// <summary>A share that failed may be tried again; one that is there or at work is not doubled.</summary>
    public static Error? IsNotShared(ImageVersionSpecHostingUnit? share, HostingUnit unit) => share?.Status switch
    {
        null or ImageShareStatus.Failed => null,
        ImageShareStatus.Success => SharingErrors.AlreadyShared.With(share.SpecUid, unit.Name),
        _ => IsAtRest(share, unit.Name),
    };

    /// <summary>An image belongs to one Region, and copies are another image (EC2 user guide, resource locations).</summary>
    public static Error? RegionIsTheSame(HypervisorConnection own, HostingUnit unit, HypervisorConnection target) =>
        own.Region == target.Region ? null : SharingErrors.OtherRegion.With(unit.Name, target.Region, own.Region);

    /// <param name="own">The account the image lies in, as the cloud says.</param>
    /// <param name="target">The account the hosting unit lies in, as the cloud says.</param>
    public static Error? AccountIsTheSame(string own, HostingUnit unit, string target) =>
        own == target ? null : SharingErrors.OtherAccount.With(unit.Name, target, own);

    /// <summary>Only one operation works on a share.</summary>
    public static Error? IsAtRest(ImageVersionSpecHostingUnit share, string unit) => share.IsAtWork
        ? SharingErrors.InProgress.With(share.SpecUid, unit, share.OperationId, share.Status)
        : null;

    public static Error? IsNoPrimary(ImageVersionSpecHostingUnit share, string unit) =>
        share.IsPrimary ? SharingErrors.Primary.With(share.SpecUid, unit) : null;

    /// <summary>A share stays while a catalog of its unit uses it; catalogs in other units don't need it.</summary>
    public static Error? IsUnused(ImageVersionSpecHostingUnit share, string unit, IReadOnlyCollection<ImageAssignment> current) =>
        current.Count == 0 ? null : SharingErrors.InUse.Naming([.. current.Select(assignment => ImageObstacles.Catalog(assignment))], share.SpecUid, unit);
}
