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
        findings.Should().Contain(finding => finding.Result == CheckResult.Passed);
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
    public async Task A_missing_permission_is_named_by_its_action_with_what_each_source_says()
    {
        await using var aws = await SimulatedAws.StartAsync();

        var refused = (await aws.Cloud.CheckPreparationAsync(aws.As("no-create-image"), SimulatedAws.Plan, Ct)).Where(finding => finding.Error is not null);

        var finding = refused.Should().ContainSingle().Subject;
        finding.Should().BeEquivalentTo(new { Check = CheckNames.Permissions, Subject = "ec2:CreateImage", Result = CheckResult.Failed });
        finding.Error!.Should().Match<Error>(error =>
            error.Definition == AccessErrors.MissingPermission && error.Message.Contains("ec2:CreateImage") && error.Detail!.Contains("UnauthorizedOperation"));
        finding.Verdicts.Select(verdict => (verdict.Source, verdict.Answer)).Should().Equal(
            (PermissionSource.DryRun, PermissionAnswer.Denied), (PermissionSource.PolicySimulation, PermissionAnswer.Denied));
        finding.Verdicts[^1].Words.Should().Be("explicitDeny");
    }

    [Fact]
    public async Task A_reader_lacks_each_permission_to_change_and_what_it_may_not_read_is_not_checkable()
    {
        await using var aws = await SimulatedAws.StartAsync();

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As("reader"), SimulatedAws.Plan, Ct);

        findings.Where(finding => finding.Result == CheckResult.Failed).Select(finding => $"{finding.Check} {finding.Subject}").Should().BeEquivalentTo(
            new[]
            {
                "RunInstances", "CreateSecurityGroup", "RevokeSecurityGroupEgress", "RevokeSecurityGroupIngress", "CreateImage", "ModifyImageAttribute",
                "CreateTags", "TerminateInstances", "DeregisterImage", "DeleteSnapshot",
            }.Select(action => $"{CheckNames.Permissions} ec2:{action}"));
        findings.Should().ContainSingle(finding => finding.Result == CheckResult.NotCheckable).Which.Should().Match<Finding>(finding =>
            finding.Check == CheckNames.PolicySimulation && finding.Error!.Message.Contains("iam:SimulatePrincipalPolicy"));
    }

    [Fact]
    public async Task What_is_not_permitted_to_be_read_is_not_checkable_and_its_permission_missing()
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(Deny("DescribeSubnets"));
        aws.Server.Faults.Add(Deny("GetServiceQuota", "AccessDeniedException"));
        aws.Server.Faults.Add(Deny("GetRole", "AccessDenied"));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), SimulatedAws.Plan, Ct);

        findings.Where(finding => finding.Result == CheckResult.NotCheckable).Select(finding => finding.Check).Should().BeEquivalentTo(
            CheckNames.Subnets, CheckNames.VcpuQuota, CheckNames.ImageQuota, CheckNames.SnapshotQuota, CheckNames.NetworkInterfaceQuota, CheckNames.VolumeStorageQuota,
            CheckNames.ServiceLinkedRole);
        findings.Where(finding => finding.Check.EndsWith("Quota", StringComparison.Ordinal)).Should().OnlyContain(finding =>
            finding.Error!.Definition == AccessErrors.MissingPermission && finding.Error.Message.Contains("servicequotas:GetServiceQuota"));
        var missing = findings.Should().ContainSingle(finding => finding.Result == CheckResult.Failed, "the work needs no quotas and no role").Subject;
        missing.Should().BeEquivalentTo(new { Check = CheckNames.Permissions, Subject = "ec2:DescribeSubnets" });
        missing.Verdicts.Select(verdict => (verdict.Source, verdict.Answer)).Should().Equal(
            (PermissionSource.Call, PermissionAnswer.Denied), (PermissionSource.PolicySimulation, PermissionAnswer.Allowed));
    }

    [Fact]
    public async Task A_refused_dry_run_counts_also_where_the_policies_allow_the_action_and_both_are_shown()
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(Deny("DeregisterImage"));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), SimulatedAws.Plan, Ct);

        var refused = findings.Should().ContainSingle(finding => finding.Error != null).Subject;
        (refused.Subject, refused.Result, refused.Error!.Definition).Should().Be(("ec2:DeregisterImage", CheckResult.Failed, AccessErrors.MissingPermission));
        refused.Verdicts.Select(verdict => (verdict.Source, verdict.Answer)).Should().Equal(
            (PermissionSource.DryRun, PermissionAnswer.Denied), (PermissionSource.PolicySimulation, PermissionAnswer.Allowed));
    }

    [Fact]
    public async Task Where_a_simulation_alone_speaks_of_a_key_it_decides_nothing()
    {
        await using var aws = await SimulatedAws.StartAsync(world: SimulatedAws.WithUser("keyless", "ec2:*", "iam:*", "kms:DescribeKey", "servicequotas:*"));
        var plan = SimulatedAws.Plan with { Profile = SimulatedAws.PlainProfile with { Volumes = [Encrypted("5c0ffee0-da4c-4000-8000-0000000000a1")] } };

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As("keyless"), plan, Ct);

        findings.Where(finding => finding.Error?.Definition == CheckErrors.PermissionUnproven).Select(finding => finding.Subject)
            .Should().BeEquivalentTo(ActionsOnTheWay.EncryptedVolumes);
        findings.Should().OnlyContain(finding => finding.Result != CheckResult.Failed);
    }

    [Fact]
    public async Task Each_call_that_a_preparation_makes_was_asked_for_before()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var (cloud, access) = (aws.Cloud, aws.As());
        var asked = (await cloud.CheckPreparationAsync(access, SimulatedAws.Plan, Ct)).Where(finding => finding.Check == CheckNames.Permissions).ToList();
        var checks = aws.Server.Journal.Read().Count;

        await cloud.FindIsolationGroupAsync(access, SimulatedAws.Vpc, Ct);
        var instance = await aws.StoppedInstanceAsync(access, await aws.ClosedGroupAsync(access));
        await cloud.DescribeInstancesAsync(access, [instance], Ct);
        await cloud.FindInstancesAsync(access, "ref-1", Ct);
        await cloud.ReadConsoleAsync(access, instance, Ct);
        var image = await cloud.CaptureImageAsync(access, new ImageCapture(instance, "Win10 v1", "prepared", Cloud.Tags()), Ct);
        aws.Advance(600);
        await cloud.FindImageAsync(access, "Win10 v1", Ct);
        await cloud.SealImageAsync(access, image, (await cloud.GetImageAsync(access, image, Ct))!.SnapshotIds, Cloud.Tags(), Ct);
        await cloud.TerminateInstanceAsync(access, instance, Ct);
        await cloud.DeleteImageAsync(access, image, Ct);
        await cloud.DeleteImageAsync(access, image, Ct);

        var called = aws.Server.Journal.Read().Skip(checks).Select(call => $"{call.Service}:{call.Action}").Distinct().ToList();
        called.Should().HaveCountGreaterThan(12).And.BeSubsetOf(asked.Select(finding => finding.Subject));
        asked.Should().OnlyContain(finding => finding.Verdicts.Count >= 2);
    }

    [Theory]
    [InlineData("ec2", "L-1216C47A", CheckNames.VcpuQuota, 2)]
    [InlineData("ec2", "L-B665C33B", CheckNames.ImageQuota, 1)]
    [InlineData("ebs", "L-309BACF6", CheckNames.SnapshotQuota, 1)]
    [InlineData("vpc", "L-DF5E4CA3", CheckNames.NetworkInterfaceQuota, 1)]
    public async Task A_quota_is_held_against_what_is_in_use_and_what_is_needed(string service, string code, string check, int needed)
    {
        await using var aws = await SimulatedAws.StartAsync();
        var used = aws.Server.QuotasOf(SimulatedAws.Account, "us-east-1").Single(quota => quota.QuotaCode == code).Used;
        used.Should().BePositive();

        aws.Server.Quotas.Set(SimulatedAws.Account, "us-east-1", service, code, used + needed);
        (await FindingAsync()).Should().BeEquivalentTo(new { Result = CheckResult.Passed, Subject = code });
        aws.Server.Quotas.Set(SimulatedAws.Account, "us-east-1", service, code, used + needed - 1);
        var exceeded = await FindingAsync();
        exceeded.Result.Should().Be(CheckResult.Failed);
        exceeded.Error!.Message.Should().Contain($"allows {used + needed - 1} ").And.Contain($"; {used} are in use and {needed} more are needed.");

        async Task<Finding> FindingAsync() => (await aws.Cloud.CheckPreparationAsync(aws.As(), SimulatedAws.Plan, Ct)).Single(finding => finding.Check == check);
    }

    [Fact]
    public async Task A_session_of_a_role_is_simulated_as_the_role()
    {
        await using var aws = await SimulatedAws.StartAsync();

        var findings = await aws.Cloud.CheckPreparationAsync(aws.WithRoleOf("darkroom"), SimulatedAws.Plan, Ct);

        findings.Should().OnlyContain(finding => finding.Result == CheckResult.Passed);
        findings.Single(finding => finding.Subject == "ec2:CreateImage").Verdicts.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_throttled_read_can_not_be_made_this_time_and_is_worth_trying_again()
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(Throttle("DescribeSubnets"));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), SimulatedAws.Plan, Ct);

        findings.Should().ContainSingle(finding => finding.Result == CheckResult.NotCheckable).Which.Should().Match<Finding>(finding =>
            finding.Check == CheckNames.Subnets && finding.Error!.Definition == FaultErrors.Throttled);
        FluentActions.Invoking(() => findings.RequireAnswers()).Should().Throw<CloudException>().Which.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task A_throttled_read_beside_something_wrong_waits_for_nobody()
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(Throttle("DescribeSubnets"));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), SimulatedAws.Plan with { OsType = OsType.Linux }, Ct);

        findings.Obstacles().Select(error => error.Definition).Should().Equal(CheckErrors.MasterOsMismatch);
        findings.RequireAnswers();
    }

    [Theory]
    [InlineData("GetServiceQuota")]
    [InlineData("SimulatePrincipalPolicy")]
    [InlineData("GetRole")]
    public async Task What_the_preparation_can_do_without_holds_nobody_up(string action)
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(Throttle(action));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), SimulatedAws.Plan, Ct);

        findings.Should().Contain(finding => finding.Result == CheckResult.NotCheckable);
        findings.RequireAnswers();
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

    private static ProfileVolume Encrypted(string key) => new() { DeviceName = "/dev/sda1", SizeGb = 60, Encrypted = true, KmsKeyId = key };

    private static Fault Deny(string action, string code = "UnauthorizedOperation") =>
        new(action, FaultEffect.ErrorBefore, ErrorCode: code, ErrorMessage: "You are not authorized to perform this operation.", ErrorStatus: 403);

    private static Fault Throttle(string action) =>
        new(action, FaultEffect.ErrorBefore, ErrorCode: "RequestLimitExceeded", ErrorMessage: "Request limit exceeded.", ErrorStatus: 503);
}
