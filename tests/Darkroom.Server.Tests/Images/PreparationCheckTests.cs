using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Images;
using Darkroom.Simulator.Control;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.Images;

/// <summary>What a preparation would meet, asked beforehand, in a world in which nearly everything is wrong.</summary>
public sealed class PreparationCheckTests : IClassFixture<PreparationCheckTests.FaultyServer>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    /// <summary>Everything that is wrong there, each fault once.</summary>
    private static readonly (string, string?, CheckResult, string)[] Faults =
    [
        ("ServiceOffering", "g4dn.xlarge", CheckResult.Failed, "ServiceOfferingNotInZone"),
        ("EncryptionKeys", FaultyWorld.DisabledKey, CheckResult.Failed, "EncryptionKeyUnusable"),
        ("EncryptionKeys", FaultyWorld.ForeignKey, CheckResult.Failed, "EncryptionKeyElsewhere"),
        ("EncryptionKeys", FaultyWorld.LostKey, CheckResult.Failed, "CloudKeyNotFound"),
        ("Subnets", FaultyWorld.FullSubnet, CheckResult.Failed, "SubnetTooFull"),
        ("VcpuQuota", "L-DB2E81BA", CheckResult.Failed, "QuotaInsufficient"),
        ("ImageQuota", "L-B665C33B", CheckResult.Failed, "QuotaInsufficient"),
        ("SnapshotQuota", "L-309BACF6", CheckResult.Failed, "QuotaInsufficient"),
        ("NetworkInterfaceQuota", "L-DF5E4CA3", CheckResult.Failed, "QuotaInsufficient"),
        ("VolumeStorageQuota", "L-7A658B76", CheckResult.Failed, "QuotaInsufficient"),
        ("ServiceLinkedRole", "AWSServiceRoleForWorkSpacesInstances", CheckResult.Warning, "ServiceLinkedRoleMissing"),
        ("Permissions", "ec2:CreateImage", CheckResult.Failed, "MissingPermission"),
    ];

    private readonly ImageServer server;

    public PreparationCheckTests(FaultyServer faulty) => server = faulty.Server;

    [Fact]
    public async Task Every_fault_of_the_world_is_a_finding_in_one_answer_and_nothing_is_written_or_made()
    {
        var master = await MasterAsync();
        var (tables, account) = (await TablesAsync(), Account());

        var checks = await server.Server.Reader.ImageVersionSpecs.CheckPreparationAsync(master.Uid, Request(FaultyWorld.Profile), Ct);

        checks.Should().BeEquivalentTo(new { SourceImageVersionSpecUid = master.Uid, HostingUnitUid = master.HostingUnitUid, CanBePrepared = false });
        Findings(checks).Should().BeEquivalentTo(Faults);
        checks.Checks.Where(check => check.Problem is not null).Should().OnlyContain(check => check.Problem!.Message.Length > 0 && check.Problem.Remedy.Length > 0);
        checks.Checks.Single(check => check.Subject == "ec2:CreateImage").Verdicts!.Select(said => (said.Source, said.Answer)).Should().Equal(
            (PermissionSource.DryRun, PermissionAnswer.Denied), (PermissionSource.PolicySimulation, PermissionAnswer.Denied));
        checks.Checks.Single(check => check.Name == "VcpuQuota").Problem!.Message.Should().Be(
            "The quota 'Running On-Demand G and VT instances' (ec2/L-DB2E81BA) allows 3 vCPUs; 0 are in use and 4 more are needed.");
        (await TablesAsync()).Should().BeEquivalentTo(tables);
        Account().Should().BeEquivalentTo(account);
    }

    [Fact]
    public async Task The_preparation_itself_fails_with_the_same_findings_before_it_makes_anything()
    {
        var master = await MasterAsync();
        var account = Account();

        // Held without end: a discard in the midst of another test would change the tables that it compares.
        var request = Request(FaultyWorld.Profile) with { KeepPreparationInstanceOnFailure = true };
        var started = await server.Specs.PrepareAsync(master.Uid, request, ct: Ct);
        var ended = await server.Server.WaitForOperationAsync(started.OperationId);

        ended.State.Should().Be(OperationState.Held);
        ended.Errors.Select(error => error.Code).Should().BeEquivalentTo(
            Faults.Where(fault => fault.Item3 == CheckResult.Failed).Select(fault => fault.Item4).Prepend("PrerequisitesNotMet"));
        ended.Checks.Where(check => check.Result != CheckResult.Passed).Select(check => (check.Name, check.Subject, check.Result, check.Problem!.Code))
            .Should().BeEquivalentTo(Faults);
        ended.Checks.Should().Contain(check => check.Result == CheckResult.Passed);
        Account().Should().BeEquivalentTo(account);
    }

    [Fact]
    public async Task What_is_not_found_of_the_hardware_is_a_finding_beside_the_others()
    {
        var master = await MasterAsync();
        var request = Request("/lost (lt-0000000000000dead).launchtemplate/1 (1).launchtemplateversion") with
        {
            ServiceOffering = "t3.medium",
            NetworkMapping = new Dictionary<string, string> { ["0"] = "us-east-1a.availabilityzone/192.168.0.0`/20 (vpc-0da4c0000000000a1).network" },
        };

        Findings(await server.Specs.CheckPreparationAsync(master.Uid, request, Ct)).Should().BeEquivalentTo(
        [
            ("MachineProfile", null, CheckResult.Failed, "InventoryItemNotFound"),
            ("NetworkMapping", "0", CheckResult.Failed, "InventoryItemNotFound"),
            .. OfTheAccount,
        ]);
    }

    [Fact]
    public async Task What_is_wrong_with_one_interface_hides_nothing_of_the_others()
    {
        var master = await MasterAsync();
        var request = Request(FaultyWorld.Profile) with
        {
            NetworkMapping = new Dictionary<string, string>
            {
                ["0"] = "us-east-1b.availabilityzone/10.9.9.0`/24 (vpc-0da4c0000000000a1).network",
                ["1"] = "us-east-1b.availabilityzone/192.168.240.0`/29 (vpc-0da4c0000000000a1).network",
                ["7"] = "us-east-1b.availabilityzone/192.168.16.0`/20 (vpc-0da4c0000000000a1).network",
            },
        };

        Findings(await server.Specs.CheckPreparationAsync(master.Uid, request, Ct)).Should().BeEquivalentTo(
        [
            ("NetworkMapping", "0", CheckResult.Failed, "InventoryItemNotFound"),
            ("NetworkMapping", "7", CheckResult.Failed, "NetworkMappingInvalid"),
            ("NetworkMapping", "7", CheckResult.Failed, "SubnetNotInHostingUnit"),
            .. Faults,
        ]);
    }

    [Fact]
    public async Task A_machine_profile_that_is_left_out_is_a_check_that_failed_among_the_others()
    {
        var master = await MasterAsync();

        Findings(await server.Specs.CheckPreparationAsync(master.Uid, new PrepareImageRequest { ServiceOffering = "t3.medium" }, Ct)).Should().BeEquivalentTo(
            [("MachineProfile", null, CheckResult.Failed, "MachineProfileRequired"), Faults.Single(fault => fault.Item1 == "Subnets"), .. OfTheAccount]);
    }

    [Fact]
    public async Task What_the_rules_refuse_is_a_check_that_failed()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var prepared = await server.PlantPreparedAsync(version, master, OperationState.Failed);

        Findings(await server.Specs.CheckPreparationAsync(prepared.Uid, Request(""), Ct)).Should().Contain(
        [
            ("Spec", null, CheckResult.Failed, "SourceSpecNotMaster"),
            ("ImageVersion", null, CheckResult.Failed, "ImageVersionAlreadyPrepared"),
            ("MachineProfile", null, CheckResult.Failed, "MachineProfileRequired"),
        ]);
    }

    [Fact]
    public async Task What_can_not_be_asked_at_all_is_refused_as_the_preparation_is()
    {
        var (_, version) = await server.DefinitionAsync(server.Resting);
        var resting = await server.PlantMasterAsync(version, server.RestingA);
        await Refused.WithAsync("HypervisorInMaintenanceMode", () => Check(resting.Uid, Request(FaultyWorld.Profile)));
        await Refused.WithAsync("ImageVersionSpecNotFound", () => Check(Guid.NewGuid(), Request(FaultyWorld.Profile)));
        await Refused.WithAsync("CustomPropertiesMalformed", () => Check(resting.Uid, Request(FaultyWorld.Profile) with { CustomProperties = "<" }));
        await Refused.WithAsync("ValueOutOfRange", () => Check(resting.Uid, Request(FaultyWorld.Profile) with { PreparationTimeoutMinutes = 1 }));

        Task Check(Guid spec, PrepareImageRequest request) => server.Specs.CheckPreparationAsync(spec, request, Ct);
    }

    [Fact]
    public async Task Where_dry_run_and_simulation_contradict_each_other_both_are_shown_and_what_they_leave_open_is_said()
    {
        var unit = await server.ElsewhereAsync(
            FaultyWorld.KeylessAccessKey, FaultyWorld.KeylessSecret, "us-east-1", "vpc-0da4c0000000000a1", "us-east-1a", "subnet-0da4c000000000a1a");
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, unit);
        var fault = server.Server.Simulator.Faults.Add(new Fault(
            "ModifyImageAttribute", FaultEffect.ErrorBefore, Principal: "keyless", ErrorCode: "UnauthorizedOperation", ErrorStatus: 403));

        var checks = await server.Specs.CheckPreparationAsync(master.Uid, PreparationRefusalTests.Request(), Ct);

        server.Server.Simulator.Faults.Remove(fault);
        var disputed = checks.Checks.Single(check => check.Subject == "ec2:ModifyImageAttribute");
        (disputed.Result, disputed.Problem!.Code).Should().Be((CheckResult.Failed, "MissingPermission"));
        disputed.Verdicts!.Select(said => (said.Source, said.Answer)).Should().Equal(
            (PermissionSource.DryRun, PermissionAnswer.Denied), (PermissionSource.PolicySimulation, PermissionAnswer.Allowed));
        var unproven = checks.Checks.Single(check => check.Subject == "kms:CreateGrant");
        (unproven.Result, unproven.Problem!.Code).Should().Be((CheckResult.NotCheckable, "PermissionUnproven"));
        unproven.Verdicts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Source = PermissionSource.PolicySimulation, Words = "implicitDeny" });
    }

    /// <summary>What is wrong whatever hardware is asked for.</summary>
    private static IEnumerable<(string, string?, CheckResult, string)> OfTheAccount =>
        Faults.Where(fault => fault.Item1 is "ImageQuota" or "SnapshotQuota" or "NetworkInterfaceQuota" or "VolumeStorageQuota" or "ServiceLinkedRole" or "Permissions");

    private async Task<ImageVersionSpec> MasterAsync()
    {
        var unit = FaultyWorld.UnitOf(server.East);
        await server.PlantAsync(unit);
        var (_, version) = await server.DefinitionAsync(server.East);
        return await server.PlantMasterAsync(version, unit);
    }

    private static PrepareImageRequest Request(string profile) => new() { MachineProfile = profile };

    private static IEnumerable<(string Name, string? Subject, CheckResult Result, string Code)> Findings(ImagePreparationChecksDto checks) =>
        checks.Checks.Where(check => check.Result != CheckResult.Passed).Select(check => (check.Name, check.Subject, check.Result, check.Problem!.Code));

    /// <summary>Every row of every table but the reports of the sweep, which goes on by itself.</summary>
    private async Task<List<string>> TablesAsync()
    {
        await using var db = await server.OpenAsync();
        await db.Database.OpenConnectionAsync(Ct);
        var rows = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().Where(table => table != "SweepReports"))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync(Ct);
            while (await reader.ReadAsync(Ct))
            {
                rows.Add($"{table}: {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue))}");
            }
        }

        return rows;
    }

    private IEnumerable<string> Account() => server.Server.Simulator.Resources("111122223333", "us-east-1").Select(resource => $"{resource.Type} {resource.Id} {resource.State}");

    /// <summary>One server on the faulty world for all of them.</summary>
    public sealed class FaultyServer : IAsyncLifetime
    {
        public ImageServer Server { get; } = new() { World = FaultyWorld.Json() };

        public ValueTask InitializeAsync() => Server.InitializeAsync();

        public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
