using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Use;
using Microsoft.EntityFrameworkCore;
using RequestContext = Darkroom.Client.Http.RequestContext;

namespace Darkroom.Server.Tests.Images;

public sealed class SpecRemovalTests(ImageServer server) : IClassFixture<ImageServer>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_master_spec_goes_after_what_was_prepared_from_it()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var prepared = await server.PlantPreparedAsync(version, master, OperationState.Failed);

        (await Refused.WithAsync("MasterSpecInUse", () => server.Specs.RemoveAsync(master.Uid, ct: Ct))).Detail.Should().Contain($"{prepared.Uid}");
        await server.RemoveSpecAsync(prepared.Uid);
        await server.RemoveSpecAsync(master.Uid);

        await Refused.WithAsync("ImageVersionSpecNotFound", () => server.Specs.GetAsync(master.Uid, Ct));
        await Refused.WithAsync("ImageVersionSpecNotFound", () => server.Specs.RemoveAsync(prepared.Uid, ct: Ct));
        await using var db = await server.OpenAsync();
        (await db.ImageVersionSpecHostingUnits.AnyAsync(u => u.SpecUid == prepared.Uid, Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task A_prepared_spec_stays_while_its_operation_is_stuck_unless_it_is_only_forgotten()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var prepared = await server.PlantPreparedAsync(version, await server.PlantMasterAsync(version, server.EastA), OperationState.Stuck);
        (await Refused.WithAsync("ImagePreparationStuck", () => server.Specs.RemoveAsync(prepared.Uid, ct: Ct))).Remedy.Should().Contain("left");
        await server.RemoveSpecAsync(prepared.Uid, purgeDbOnly: true);
    }

    [Fact]
    public async Task A_held_preparation_is_discarded_first()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var prepared = await server.PlantPreparedAsync(version, await server.PlantMasterAsync(version, server.EastA), OperationState.Held);
        await server.RemoveSpecAsync(prepared.Uid);
        (await server.Server.Reader.Operations.GetAsync(prepared.OperationId!.Value, Ct)).State.Should().Be(OperationState.Failed);
    }

    [Fact]
    public async Task A_prepared_spec_goes_once_its_image_is_gone_from_the_account()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var prepared = await server.PlantPreparedAsync(version, master, OperationState.Succeeded, "ami-0bbbbbbbbbbbbbbbb", "snap-0bbbbbbbbbbbbbbbb");
        await server.RemoveSpecAsync(prepared.Uid);
        await Refused.WithAsync("ImageVersionSpecNotFound", () => server.Specs.GetAsync(prepared.Uid, Ct));
    }

    [Fact]
    public async Task In_maintenance_mode_a_spec_is_only_forgotten()
    {
        var (_, version) = await server.DefinitionAsync(server.Resting);
        var master = await server.PlantMasterAsync(version, server.RestingA);
        var prepared = await server.PlantPreparedAsync(version, master, OperationState.Succeeded, "ami-0cccccccccccccccc");
        await Refused.WithAsync("HypervisorInMaintenanceMode", () => server.Specs.RemoveAsync(prepared.Uid, ct: Ct));
        await server.RemoveSpecAsync(prepared.Uid, purgeDbOnly: true);
    }

    [Fact]
    public async Task Forgetting_a_spec_leaves_its_image_and_snapshots_in_the_account()
    {
        var spec = await server.PlantImageAsync();
        await server.RemoveSpecAsync(spec.Uid, purgeDbOnly: true);
        Account().Should().Contain([ImageServer.PreparedImageId, ImageServer.PreparedSnapshotId]);
    }

    [Fact]
    public async Task A_spec_stays_while_it_is_shared_unless_the_shares_go_as_well()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var spec = await server.PlantPreparedAsync(version, await server.PlantMasterAsync(version, server.EastA), OperationState.Succeeded, "ami-0ddddddddddddddd1");
        await server.PlantAsync(Share(spec, server.EastB, ImageShareStatus.Success), Share(spec, server.WestA, ImageShareStatus.Failed));

        var refused = await Refused.WithAsync("ImageVersionSpecShared", () => server.Specs.RemoveAsync(spec.Uid, ct: Ct));
        refused.Detail.Should().ContainAll("'East B'", $"{server.EastB.Uid}", "'West A'", "Failed");
        await Refused.WithAsync("ImageVersionSpecShared", () => server.Specs.RemoveAsync(spec.Uid, SharesOnRemoval.Keep, ct: Ct));
        await server.RemoveSpecAsync(spec.Uid, SharesOnRemoval.Remove);
        await using var db = await server.OpenAsync();
        (await db.ImageVersionSpecHostingUnits.AnyAsync(u => u.SpecUid == spec.Uid, Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task A_spec_stays_while_an_operation_is_at_work_on_a_share()
    {
        var spec = await server.PlantImageAsync();
        var share = Share(spec, server.EastB, ImageShareStatus.InProgress);
        await server.PlantAsync(share);
        (await Refused.WithAsync("ImageVersionSpecShareAtWork", () => server.Specs.RemoveAsync(spec.Uid, SharesOnRemoval.Remove, ct: Ct)))
            .Detail.Should().ContainAll($"{share.OperationId}", "'East B'");
    }

    [Fact]
    public async Task A_spec_stays_while_a_catalog_is_assigned_it_or_a_machine_runs_on_it_but_not_for_its_history()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var spec = await server.PlantPreparedAsync(version, await server.PlantMasterAsync(version, server.EastA), OperationState.Succeeded, "ami-0ddddddddddddddd2");
        var (current, history) = (Assignment("Desktops", isCurrent: true), Assignment("Old desktops", isCurrent: false));
        var machine = new BootedMachine { Name = "DESK-0007", ProvisioningSchemeUid = history.ProvisioningSchemeUid, HostingUnitUid = server.EastA.Uid, SpecUid = spec.Uid };
        await server.PlantAsync(current, history, machine);

        foreach (var shares in new[] { SharesOnRemoval.Keep, SharesOnRemoval.Remove })
        {
            var used = await Refused.WithAsync("ImageInUseByCatalogs", () => server.Specs.RemoveAsync(spec.Uid, shares, ct: Ct));
            used.Detail.Should().ContainAll("'Desktops'", $"{current.ProvisioningSchemeUid}").And.NotContain("Old desktops");
        }

        await UprootAsync(current);
        (await Refused.WithAsync("ImageInUseByMachines", () => server.Specs.RemoveAsync(spec.Uid, ct: Ct))).Detail.Should().ContainAll("DESK-0007", $"{machine.Uid}");
        await UprootAsync(machine);
        await server.RemoveSpecAsync(spec.Uid);

        ImageAssignment Assignment(string name, bool isCurrent) => new()
        {
            ProvisioningSchemeUid = Guid.CreateVersion7(),
            ProvisioningSchemeName = name,
            HostingUnitUid = server.EastA.Uid,
            SpecUid = spec.Uid,
            IsCurrent = isCurrent,
        };
    }

    [Fact]
    public async Task Nothing_begins_on_a_spec_that_is_being_removed()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        await using (var db = await server.OpenAsync())
        {
            (await db.ImageVersionSpecs.SingleAsync(s => s.Uid == master.Uid, Ct)).Status = ImageVersionSpecStatus.Deleting;
            await db.SaveChangesAsync(Ct);
        }

        await Refused.WithAsync("ImageRemovalInProgress", () => server.Specs.RemoveAsync(master.Uid, ct: Ct));
        await Refused.WithAsync("ImageRemovalInProgress", () => server.Specs.PrepareAsync(master.Uid, PreparationRefusalTests.Request(), ct: Ct));
    }

    [Fact]
    public async Task A_spec_that_changed_since_it_was_read_stays()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        await Refused.WithAsync("VersionMismatch", () => server.Specs.RemoveAsync(master.Uid, context: new RequestContext { IfVersion = 7 }, ct: Ct));
    }

    [Fact]
    public async Task The_all_zero_uid_names_no_spec()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        await server.PlantMasterAsync(version, server.EastA);
        await Refused.WithAsync("ImageVersionSpecPlaceholder", () => server.Specs.GetAsync(Guid.Empty, Ct));
        await Refused.WithAsync("ImageVersionSpecPlaceholder", () => server.Specs.RemoveAsync(Guid.Empty, ct: Ct));
        await Refused.WithAsync("ImageVersionSpecPlaceholder", () => server.Specs.PrepareAsync(Guid.Empty, PreparationRefusalTests.Request(), ct: Ct));
    }

    private IEnumerable<string> Account() => server.Server.Simulator.Resources("111122223333", "us-east-1").Select(resource => resource.Id);

    private async Task UprootAsync(object row)
    {
        await using var db = await server.OpenAsync();
        db.Remove(row);
        await db.SaveChangesAsync(Ct);
    }

    private static ImageVersionSpecHostingUnit Share(ImageVersionSpec spec, HostingUnit unit, ImageShareStatus status) =>
        new() { SpecUid = spec.Uid, HostingUnitUid = unit.Uid, IsPrimary = false, Status = status, OperationId = Guid.CreateVersion7() };
}
