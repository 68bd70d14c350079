using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Simulator.Control;

namespace Darkroom.Aws.Tests.Simulated;

/// <summary>The keys that a preparation or a share depends on, each with an outcome of its own.</summary>
public sealed class KeyCheckTests
{
    private const string Enabled = "5c0ffee0-da4c-4000-8000-0000000000a1";
    private const string Disabled = "5c0ffee0-da4c-4000-8000-0000000000d1";
    private const string Lost = "5c0ffee0-da4c-4000-8000-00000000dead";
    private const string Encrypted = "ami-0e4c0000000000001";
    private const string Stranger = "444455556666";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_a_preparation_a_key_that_can_not_be_described_hides_no_other()
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(Unreadable(Enabled));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), PlanWith(SimulatedAws.Master, Lost, Enabled, Disabled), Ct);

        OfKeys(findings).Should().BeEquivalentTo(
        [
            (Lost, CheckResult.Failed, "CloudKeyNotFound"), (Enabled, CheckResult.NotCheckable, "MissingPermission"), (Disabled, CheckResult.Failed, "EncryptionKeyUnusable"),
        ]);
    }

    [Fact]
    public async Task Before_a_share_a_key_that_can_not_be_described_hides_no_other()
    {
        await using var aws = await SimulatedAws.StartAsync(world: SimulatedAws.WithEncryptedImage(Encrypted, SimulatedAws.Account, shown: false, Lost, Disabled, Enabled));
        var plan = SimulatedAws.Sharing with { ImageId = Encrypted, SnapshotIds = ["snap-0e4c0000000000000", "snap-0e4c0000000000001", "snap-0e4c0000000000002"] };

        var findings = await aws.Cloud.CheckSharingAsync(aws.As(), plan, Ct);

        OfKeys(findings).Should().BeEquivalentTo(
        [
            (Lost, CheckResult.Failed, "CloudKeyNotFound"), (Disabled, CheckResult.Failed, "PreparedImageKeyUnusable"), (Enabled, CheckResult.Passed, (string?)null),
        ]);
    }

    [Fact]
    public async Task Where_snapshots_may_not_be_read_the_keys_of_the_profile_are_looked_at_all_the_same()
    {
        await using var aws = await SimulatedAws.StartAsync(world: SimulatedAws.WithEncryptedImage(Encrypted, SimulatedAws.Account, shown: false, Enabled));
        aws.Server.Faults.Add(new Fault("DescribeSnapshots", FaultEffect.ErrorBefore, ErrorCode: "UnauthorizedOperation", ErrorStatus: 403));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), PlanWith(Encrypted, Disabled), Ct);

        OfKeys(findings).Should().BeEquivalentTo(
            [((string?)null, CheckResult.NotCheckable, "MissingPermission"), (Disabled, CheckResult.Failed, "EncryptionKeyUnusable")]);
    }

    [Fact]
    public async Task The_key_of_a_master_of_another_account_is_looked_at_where_its_snapshot_is_shown()
    {
        await using var aws = await SimulatedAws.StartAsync(world: SimulatedAws.WithEncryptedImage(Encrypted, Stranger, shown: true, Disabled));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), PlanWith(Encrypted), Ct);

        OfKeys(findings).Should().Equal((Disabled, CheckResult.Failed, "EncryptionKeyUnusable"));
    }

    [Fact]
    public async Task Where_the_snapshot_of_a_master_of_another_account_is_not_shown_its_key_is_said_not_to_be_looked_at()
    {
        await using var aws = await SimulatedAws.StartAsync(world: SimulatedAws.WithEncryptedImage(Encrypted, Stranger, shown: false, Enabled));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), PlanWith(Encrypted), Ct);

        OfKeys(findings).Should().Equal(("snap-0e4c0000000000000", CheckResult.NotCheckable, "MasterImageKeyHidden"));
        findings.Single(finding => finding.Check == CheckNames.EncryptionKeys).Error!.Message.Should().Contain(Encrypted);
        findings.Should().OnlyContain(finding => finding.Result != CheckResult.Failed);
    }

    private static PreparationPlan PlanWith(string master, params string[] keys) => SimulatedAws.Plan with
    {
        MasterImageId = master,
        Profile = SimulatedAws.PlainProfile with
        {
            Volumes = [.. keys.Select((key, disk) => new ProfileVolume { DeviceName = $"xvd{(char)('f' + disk)}", SizeGb = 10, Encrypted = true, KmsKeyId = key })],
        },
    };

    private static IEnumerable<(string? Subject, CheckResult Result, string? Code)> OfKeys(IReadOnlyList<Finding> findings) =>
        findings.Where(finding => finding.Check == CheckNames.EncryptionKeys).Select(finding => (finding.Subject, finding.Result, finding.Error?.Code));

    private static Fault Unreadable(string key) => new(
        "DescribeKey", FaultEffect.ErrorBefore, Parameters: new Dictionary<string, string> { ["KeyId"] = key }, ErrorCode: "AccessDeniedException", ErrorStatus: 400);
}
