using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Sharing;
using Darkroom.Core.Images.Specs;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Tests.Operations;

/// <summary>A prepared spec as a preparation would have left it, on an image that is in the account, and a second hosting unit.</summary>
internal static class PreparedImage
{
    public const string Id = "ami-0a1124110000000a1";
    public const string Snapshot = "snap-00000000000da0011";
    public const string Other = "wsc-b";

    private static readonly CancellationToken Ct = CancellationToken.None;

    public static async Task<Guid> PreparedAsync(this OperationHarness harness)
    {
        var master = await harness.MasterSpecAsync();
        await harness.HostingUnitAsync(Other, "us-east-1b");
        await using var db = await harness.OpenAsync();
        var spec = new ImageVersionSpec
        {
            ImageVersionUid = master.ImageVersionUid,
            HostingUnitUid = master.HostingUnitUid,
            IsPrepared = true,
            SourceSpecUid = master.ImageVersionSpecUid,
            MasterImagePath = master.MasterImagePath,
            MasterImageId = master.ImageId!,
            ImageId = Id,
            SnapshotIds = [Snapshot],
            Status = ImageVersionSpecStatus.Success,
            Profile = new MachineProfile { Source = new MachineProfileSource(null, "lt-00123456789abcdef", 1) },
            Scheme = new ImageSchemeDto { MachineProfile = PreparationScenario.Profile, ServiceOffering = "t3.medium", NetworkMapping = new Dictionary<string, string>() },
        };
        db.AddRange(spec, new ImageVersionSpecHostingUnit { SpecUid = spec.Uid, HostingUnitUid = spec.HostingUnitUid, IsPrimary = true });
        await db.SaveChangesAsync(Ct);
        return spec.Uid;
    }

    /// <summary>Starts sharing to the second unit; the operation waits to be driven.</summary>
    public static Task<ImageShareStartedDto> ShareAsync(this OperationHarness harness, Guid spec) =>
        harness.Get<ShareImage>().HandleAsync(harness.Caller, spec, new ShareImageRequest { HostingUnit = Other }, Ct);

    /// <summary>Starts unsharing from the second unit.</summary>
    public static Task<ImageShareStartedDto> UnshareAsync(this OperationHarness harness, Guid spec) =>
        harness.Get<UnshareImage>().HandleAsync(harness.Caller, spec, Other, null, Ct);

    /// <summary>Starts removing the spec.</summary>
    public static Task<SpecRemovalStartedDto> RemoveAsync(this OperationHarness harness, Guid spec, bool withShares = true, bool purgeDbOnly = false) =>
        harness.Get<RemoveImageVersionSpec>().HandleAsync(harness.Caller, spec, new RemovalReach(withShares, purgeDbOnly), null, Ct);

    /// <summary>A preparation that its guest's agent let fail and that is held.</summary>
    public static async Task<PreparationStartedDto> HeldAsync(this OperationHarness harness)
    {
        var started = await harness.PrepareAsync(PreparationScenario.Master("win10-2303-ami (ami-0a2303000000000a1)"));
        (await harness.DriveAsync(started.OperationId)).State.Should().Be(OperationState.Held);
        return started;
    }

    /// <summary>The only preparation.</summary>
    public static async Task<Guid> PreparationAsync(this OperationHarness harness)
    {
        await using var db = await harness.OpenAsync();
        return await db.Operations.Where(o => o.Kind == "PrepareImage").Select(o => o.Id).SingleAsync(Ct);
    }

    /// <summary>A spec that is shared.</summary>
    public static async Task<Guid> SharedAsync(this OperationHarness harness)
    {
        var spec = await harness.PreparedAsync();
        await harness.DriveAsync((await harness.ShareAsync(spec)).OperationId);
        return spec;
    }

    /// <summary>The share to the second unit, or null.</summary>
    public static async Task<ImageVersionSpecHostingUnit?> ShownShareAsync(this OperationHarness harness)
    {
        await using var db = await harness.OpenAsync();
        return await db.ImageVersionSpecHostingUnits.AsNoTracking().SingleOrDefaultAsync(u => !u.IsPrimary, Ct);
    }
}
