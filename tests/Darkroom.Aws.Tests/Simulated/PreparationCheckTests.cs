using Darkroom.Aws.Errors;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Simulator.Control;

namespace Darkroom.Aws.Tests.Simulated;

public sealed class PreparationCheckTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_wrong_with_a_plan_is_found_at_once()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var plan = SimulatedAws.Plan with
        {
            OsType = OsType.Linux,
            InstanceType = "m7g.large",
            Zone = "us-east-1a",
            SubnetIds = [SimulatedAws.SubnetB, "subnet-00000000000000009"],
            Profile = SimulatedAws.PlainProfile with
            {
                Source = new MachineProfileSource(null, SimulatedAws.ProfileTemplate, 7),
                KeyName = "lost",
                Metadata = new ProfileMetadata { HttpEndpoint = "disabled" },
                Volumes = [new ProfileVolume { DeviceName = "/dev/sda1", SizeGb = 30, Encrypted = true, KmsKeyId = "5c0ffee0-da4c-4000-8000-0000000000d1" }],
            },
        };

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As() with { AccountId = "999999999999" }, plan, Ct);

        Definitions(findings).Should().Contain(
        [
            CheckErrors.AccountChanged, CheckErrors.MasterOsMismatch, CheckErrors.ArchitectureMismatch, CheckErrors.SubnetElsewhere, CheckErrors.SubnetMissing,
            CheckErrors.KeyPairMissing, CheckErrors.EncryptionKeyUnusable, CheckErrors.VolumeRaised, ProfileErrors.MetadataDisabled,
            LookupErrors.LaunchTemplateVersionNotFound,
        ]);
        findings.Where(finding => finding.Error is not null).Should().OnlyContain(finding => finding.Error!.Remedy.Length > 0);
        findings.Should().Contain(finding => finding.Severity == FindingSeverity.Passed);
    }

    [Fact]
    public async Task A_master_that_is_gone_and_a_type_that_the_zone_lacks_are_found()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var plan = SimulatedAws.Plan with { MasterImageId = "ami-00000000000000009", InstanceType = "g4dn.xlarge", Zone = "us-east-1b", SubnetIds = [SimulatedAws.SubnetB] };

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), plan, Ct);

        Definitions(findings).Should().Contain([LookupErrors.ImageNotFound, CheckErrors.TypeNotOffered]);
    }

    [Fact]
    public async Task A_missing_permission_is_named_by_its_action()
    {
        await using var aws = await SimulatedAws.StartAsync();

        var refused = (await aws.Cloud.CheckPreparationAsync(aws.As("no-create-image"), SimulatedAws.Plan, Ct)).Where(finding => finding.Error is not null);

        refused.Should().ContainSingle().Which.Error!.Should().Match<Error>(error =>
            error.Definition == AccessErrors.MissingPermission && error.Message.Contains("ec2:CreateImage") && error.Detail!.Contains("UnauthorizedOperation"));
    }

    [Fact]
    public async Task A_reader_lacks_each_permission_to_change()
    {
        await using var aws = await SimulatedAws.StartAsync();

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As("reader"), SimulatedAws.Plan, Ct);

        findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => finding.Check).Should().BeEquivalentTo(
            new[]
            {
                "RunInstances", "CreateSecurityGroup", "RevokeSecurityGroupEgress", "RevokeSecurityGroupIngress", "CreateImage", "ModifyImageAttribute",
                "CreateTags", "TerminateInstances", "DeregisterImage", "DeleteSnapshot",
            }.Select(action => $"Dry run of ec2:{action}"));
    }

    [Fact]
    public async Task A_throttled_read_alone_is_worth_trying_again()
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(Throttle("DescribeSubnets"));

        var failure = await FluentActions.Awaiting(() => aws.Cloud.CheckPreparationAsync(aws.As(), SimulatedAws.Plan, Ct)).Should().ThrowAsync<CloudException>();

        failure.Which.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task A_throttled_read_beside_something_wrong_is_a_warning()
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(Throttle("DescribeSubnets"));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), SimulatedAws.Plan with { OsType = OsType.Linux }, Ct);

        findings.Should().Contain(finding => finding.Severity == FindingSeverity.Warning && finding.Error!.Definition == FaultErrors.Throttled);
        findings.Should().Contain(finding => finding.Severity == FindingSeverity.Error && finding.Error!.Definition == CheckErrors.MasterOsMismatch);
    }

    [Fact]
    public async Task A_permission_is_remembered_for_what_was_named_alone()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var cloud = Cloud.Of(new AwsOptions(), new RememberingAccounts());
        var access = aws.As();

        await cloud.CheckPreparationAsync(access, SimulatedAws.Plan, Ct);
        await cloud.CheckPreparationAsync(access, SimulatedAws.Plan, Ct);
        DryLaunches().Should().Be(1);
        var withRole = SimulatedAws.Plan with { Profile = SimulatedAws.PlainProfile with { InstanceProfile = "desktops" } };
        await cloud.CheckPreparationAsync(access, withRole, Ct);
        DryLaunches().Should().Be(2, "the role needs a permission of its own");

        int DryLaunches() => aws.Server.Journal.Read().Count(call => call.Action == "RunInstances");
    }

    [Fact]
    public async Task Checking_changes_nothing_in_the_account()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var before = aws.Server.Resources(SimulatedAws.Account, "us-east-1");
        await aws.Cloud.CheckPreparationAsync(aws.As("administrator"), SimulatedAws.Plan, Ct);
        aws.Server.Resources(SimulatedAws.Account, "us-east-1").Should().BeEquivalentTo(before);
    }

    private static IEnumerable<ErrorDefinition> Definitions(IEnumerable<Finding> findings) =>
        findings.Select(finding => finding.Error?.Definition).OfType<ErrorDefinition>();

    private static Fault Throttle(string action) =>
        new(action, FaultEffect.ErrorBefore, ErrorCode: "RequestLimitExceeded", ErrorMessage: "Request limit exceeded.", ErrorStatus: 503);
}
