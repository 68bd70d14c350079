using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Removal;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>A spec that can be shared, and where to, written to the tables: the server's zone has no capacity to prepare one.</summary>
internal static class PreparedSpecs
{
    public const string OtherUnit = "demo-b";

    public static readonly Guid Pending = Guid.CreateVersion7();

    public static async Task<Guid> PlantAsync(BadInputServer server, CancellationToken ct)
    {
        var master = await DemoScene.MasterSpecAsync(server.Server.Operator, "shared", ct);
        await using var db = await server.OpenAsync();
        var spec = new ImageVersionSpec
        {
            ImageVersionUid = master.ImageVersionUid,
            HostingUnitUid = master.HostingUnitUid,
            IsPrepared = true,
            SourceSpecUid = master.ImageVersionSpecUid,
            MasterImagePath = master.MasterImagePath,
            MasterImageId = master.ImageId!,
            ImageId = "ami-0a1124110000000a1",
            SnapshotIds = ["snap-00000000000da0011"],
            Status = ImageVersionSpecStatus.Success,
            Profile = new MachineProfile { Source = new MachineProfileSource(null, "lt-00123456789abcdef", 1) },
            Scheme = new ImageSchemeDto { MachineProfile = "a profile", ServiceOffering = "t3.medium", NetworkMapping = new Dictionary<string, string>() },
        };
        var own = await db.HostingUnits.SingleAsync(unit => unit.Uid == server.HostingUnit, ct);
        var other = new HostingUnit
        {
            Name = OtherUnit,
            ConnectionUid = own.ConnectionUid,
            VpcId = own.VpcId,
            VpcName = own.VpcName,
            AvailabilityZone = "us-east-1b",
            Subnets = [new("subnet-0da4c000000000a1b", "192.168.16.0/20")],
        };
        var undeleted = new PendingImageDeletion
        {
            Uid = Pending,
            SnapshotId = "snap-00000000000da0001",
            ImageId = "ami-0dddddddddddddddd",
            DefinitionName = "shared",
            VersionNumber = 1,
            HostingUnitUid = own.Uid,
            Reason = new ProblemItemDto { Code = "CloudSnapshotInUse", Message = "in use" },
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        db.AddRange(other, spec, undeleted, new ImageVersionSpecHostingUnit { SpecUid = spec.Uid, HostingUnitUid = own.Uid, IsPrimary = true });
        await db.SaveChangesAsync(ct);
        return spec.Uid;
    }

    public static async Task UnshareAsync(BadInputServer server, CancellationToken ct)
    {
        await server.RestAsync();
        await using var db = await server.OpenAsync();
        await db.ImageVersionSpecHostingUnits.Where(unit => unit.SpecUid == server.Prepared && !unit.IsPrimary).ExecuteDeleteAsync(ct);
    }
}
