using Darkroom.Client.Images;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Images.Use;

namespace Darkroom.Server.Tests.Images;

public sealed class SharingTests(ImageServer server) : IClassFixture<ImageServer>
{
    private static readonly string[] CheckNames =
    [
        "Spec", "HostingUnit", "Region", "Account", "AvailabilityZone", "Image", "Snapshots", "EncryptionKeys", "ServiceOffering", "Subnets", "SecurityGroups",
        "ZonalHardware", "ServiceLinkedRole", "PolicySimulation", "Permissions",
    ];

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private ImageSharesClient Shares => server.Server.Operator.ImageShares;

    [Fact]
    public async Task A_share_shows_each_check_before_and_after_and_moves_no_data()
    {
        var spec = await server.PlantImageAsync();
        var account = Account();
        var before = await Shares.CheckAsync(spec.Uid, "east b", Ct);
        before.CanBeShared.Should().BeTrue();
        before.Checks.Select(check => check.Name).Distinct().Should().Equal(CheckNames);
        before.Checks.Should().OnlyContain(check => check.Result == CheckResult.Passed && check.Problem == null);

        var started = await Shares.ShareAsync(spec.Uid, "East B", ct: Ct);
        var ended = await server.Server.WaitForOperationAsync(started.OperationId);

        ended.Should().BeEquivalentTo(new { State = OperationState.Succeeded, TaskType = "AddProvImageVersionSpecHostingUnit", TaskState = "Finished", SubjectUid = spec.Uid, HostingUnitName = "East B", Errors = Array.Empty<object>(), before.Checks });
        var share = await Shares.GetAsync(spec.Uid, $"{server.EastB.Uid}", Ct);
        share.Should().BeEquivalentTo(new
        {
            HostingUnitName = "East B",
            HypervisorConnectionName = "East",
            IsPrimary = false,
            Status = ImageShareStatus.Success,
            OperationId = (Guid?)started.OperationId,
            before.Checks,
        });
        share.SharedAt.Should().NotBeNull();
        (await server.Specs.GetAsync(spec.Uid, Ct)).HostingUnits.Select(unit => (unit.HostingUnitName, unit.IsPrimary, unit.Status)).Should().Equal(
            ("East A", true, ImageShareStatus.Success), ("East B", false, ImageShareStatus.Success));
        (await Shares.ListAsync(spec.Uid, Ct)).Should().HaveCount(2);
        Account().Should().BeEquivalentTo(account);
    }

    [Fact]
    public async Task A_unit_of_another_connection_of_the_same_account_and_Region_may_share_even_in_the_same_zone()
    {
        var spec = await server.PlantImageAsync();
        var started = await Shares.ShareAsync(spec.Uid, "West A", ct: Ct);
        (await server.Server.WaitForOperationAsync(started.OperationId)).State.Should().Be(OperationState.Succeeded);
        (await Shares.GetAsync(spec.Uid, "West A", Ct)).Status.Should().Be(ImageShareStatus.Success);
    }

    [Fact]
    public async Task A_share_that_fails_says_why_and_can_be_tried_again()
    {
        var spec = await server.PlantImageAsync(spec =>
        {
            spec.SnapshotIds = ["snap-0000000000000dead"];
            spec.Profile = spec.Profile! with { SecurityGroupIds = ["sg-0000000000000dead"], Placement = new() { HostId = "h-0123456789abcdef0" } };
        });

        var started = await Shares.ShareAsync(spec.Uid, "East B", ct: Ct);
        var failed = await server.Server.WaitForOperationAsync(started.OperationId);

        failed.Checks.Select(check => check.Name).Distinct().Should().Equal(CheckNames);
        failed.Should().BeEquivalentTo(new { State = OperationState.Failed, CanRetry = true, Error = new { Code = "ImageShareChecksFailed" } });
        var share = await Shares.GetAsync(spec.Uid, "East B", Ct);
        share.Status.Should().Be(ImageShareStatus.Failed);
        share.Errors.Select(error => error.Code).Should().Equal("ImageShareChecksFailed", "PreparedSnapshotMissing", "SecurityGroupMissing");
        failed.Errors.Should().BeEquivalentTo(share.Errors);
        failed.Warnings.Select(warning => warning.Code).Should().Equal("MachineProfileBoundToZone");
        share.Checks.Where(check => check.Result != CheckResult.Passed).Select(check => (check.Name, check.Result, check.Problem!.Code)).Should().Equal(
            ("Snapshots", CheckResult.Failed, "PreparedSnapshotMissing"),
            ("SecurityGroups", CheckResult.Failed, "SecurityGroupMissing"),
            ("ZonalHardware", CheckResult.NotCheckable, "MachineProfileBoundToZone"));
        (await Shares.CheckAsync(spec.Uid, "East B", Ct)).CanBeShared.Should().BeFalse();

        await using (var db = await server.OpenAsync())
        {
            var row = db.ImageVersionSpecs.Single(s => s.Uid == spec.Uid);
            (row.SnapshotIds, row.Profile) = ([ImageServer.PreparedSnapshotId], row.Profile! with { SecurityGroupIds = [] });
            await db.SaveChangesAsync(Ct);
        }

        var again = await Shares.ShareAsync(spec.Uid, "East B", ct: Ct);
        (await server.Server.WaitForOperationAsync(again.OperationId)).State.Should().Be(OperationState.Succeeded);
        await Refused.WithAsync("ImageShareReplaced", () => server.Server.Operator.Operations.RetryAsync(started.OperationId, ct: Ct));
        (await Shares.GetAsync(spec.Uid, "East B", Ct)).Should().BeEquivalentTo(new { Status = ImageShareStatus.Success, OperationId = (Guid?)again.OperationId });
    }

    [Fact]
    public async Task A_share_is_not_tried_again_while_either_connection_is_in_maintenance_mode()
    {
        var own = await server.ElsewhereAsync(
            "AKIADARKROOMDEMO0001", "darkroom/demo/not/a/secret/key/of/us0001", "us-east-1", "vpc-0da4c0000000000a1", "us-east-1a", "subnet-0da4c000000000a1a");
        var spec = await server.PlantImageAsync(spec => (spec.HostingUnitUid, spec.SnapshotIds) = (own.Uid, ["snap-0000000000000dead"]));
        var started = await Shares.ShareAsync(spec.Uid, "East B", ct: Ct);
        (await server.Server.WaitForOperationAsync(started.OperationId)).State.Should().Be(OperationState.Failed);
        await server.Server.Administrator.Connections.UpdateAsync(own.Name, new UpdateConnectionRequest { MaintenanceMode = true }, ct: Ct);

        await Refused.WithAsync("HypervisorInMaintenanceMode", () => server.Server.Operator.Operations.RetryAsync(started.OperationId, ct: Ct));

        await server.Server.Administrator.Connections.UpdateAsync(own.Name, new UpdateConnectionRequest { MaintenanceMode = false }, ct: Ct);
        await server.Server.Operator.Operations.RetryAsync(started.OperationId, ct: Ct);
        (await server.Server.WaitForOperationAsync(started.OperationId)).Errors.Select(error => error.Code).Should().Contain("PreparedSnapshotMissing");
    }

    [Fact]
    public async Task A_share_is_removed_and_the_image_and_its_own_unit_stay()
    {
        var spec = await server.PlantImageAsync();
        var shared = await SharedAsync(spec.Uid, "East B");
        var account = Account();

        var started = await Shares.UnshareAsync(spec.Uid, "East B", ct: Ct);
        var ended = await server.Server.WaitForOperationAsync(started.OperationId);

        ended.Should().BeEquivalentTo(new { State = OperationState.Succeeded, TaskType = "RemoveProvImageVersionSpecHostingUnit" });
        (await Shares.ListAsync(spec.Uid, Ct)).Should().ContainSingle().Which.HostingUnitName.Should().Be("East A");
        await Refused.WithAsync("ImageShareNotFound", () => Shares.UnshareAsync(spec.Uid, "East B", ct: Ct));
        await Refused.WithAsync("ImageShareNotFound", () => Shares.GetAsync(spec.Uid, "East B", Ct));
        Account().Should().BeEquivalentTo(account);
        var operation = await server.Server.Reader.Operations.GetAsync(shared, Ct);
        operation.Should().BeEquivalentTo(new { HostingUnitName = "East B", HostingUnitUid = (Guid?)server.EastB.Uid });
        operation.Checks.Select(check => check.Name).Distinct().Should().Equal(CheckNames);
    }

    [Fact]
    public async Task A_share_stays_while_a_catalog_of_its_unit_uses_it_now()
    {
        var spec = await server.PlantImageAsync();
        await SharedAsync(spec.Uid, "East B");
        var (inB, inA, history) = (Assignment("Desktops B", server.EastB.Uid, current: true), Assignment("Desktops A", server.EastA.Uid, current: true), Assignment("Old", server.EastB.Uid, current: false));
        await server.PlantAsync(inB, inA, history);

        var refused = await Refused.WithAsync("ImageShareInUse", () => Shares.UnshareAsync(spec.Uid, "East B", ct: Ct));

        refused.Detail.Should().ContainAll("'Desktops B'", $"{inB.ProvisioningSchemeUid}", "'East B'").And.NotContainAny("Desktops A", "Old");
        await using (var db = await server.OpenAsync())
        {
            db.ImageAssignments.Single(a => a.Uid == inB.Uid).IsCurrent = false;
            await db.SaveChangesAsync(Ct);
        }

        var started = await Shares.UnshareAsync(spec.Uid, "East B", ct: Ct);
        (await server.Server.WaitForOperationAsync(started.OperationId)).State.Should().Be(OperationState.Succeeded);

        ImageAssignment Assignment(string name, Guid unit, bool current) => new()
        {
            ProvisioningSchemeUid = Guid.CreateVersion7(),
            ProvisioningSchemeName = name,
            HostingUnitUid = unit,
            SpecUid = spec.Uid,
            IsCurrent = current,
        };
    }

    private async Task<Guid> SharedAsync(Guid spec, string unit)
    {
        var started = await Shares.ShareAsync(spec, unit, ct: Ct);
        (await server.Server.WaitForOperationAsync(started.OperationId)).State.Should().Be(OperationState.Succeeded);
        return started.OperationId;
    }

    private IEnumerable<string> Account() => server.Server.Simulator.Resources("111122223333", "us-east-1").Select(resource => $"{resource.Type} {resource.Id}");
}
