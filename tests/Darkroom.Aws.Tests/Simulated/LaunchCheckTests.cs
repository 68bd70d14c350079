using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Simulator.Control;

namespace Darkroom.Aws.Tests.Simulated;

/// <summary>What AWS says to dry runs beside the permission, each at the check that it belongs to.</summary>
public sealed class LaunchCheckTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_launch_that_AWS_refuses_is_a_finding_where_nothing_else_is_wrong()
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(Refuse("RunInstances", "Unsupported"));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), SimulatedAws.Plan, Ct);

        findings.Should().ContainSingle(finding => finding.Result == CheckResult.Failed).Which.Check.Should().Be(CheckNames.Launch);
    }

    [Fact]
    public async Task An_isolation_group_that_AWS_would_not_make_is_said_of_the_group_and_not_of_the_launch()
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(Refuse("CreateSecurityGroup", "SecurityGroupLimitExceeded"));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), SimulatedAws.Plan, Ct);

        var failed = findings.Should().ContainSingle(finding => finding.Result == CheckResult.Failed).Subject;
        failed.Check.Should().Be(CheckNames.IsolationGroup);
        failed.Error!.Detail.Should().Contain("SecurityGroupLimitExceeded");
    }

    [Fact]
    public async Task That_AWS_would_not_make_an_isolation_group_which_is_there_is_no_obstacle()
    {
        await using var aws = await SimulatedAws.StartAsync();
        await aws.ClosedGroupAsync(aws.As());
        aws.Server.Faults.Add(Refuse("CreateSecurityGroup", "SecurityGroupLimitExceeded"));

        var findings = await aws.Cloud.CheckPreparationAsync(aws.As(), SimulatedAws.Plan, Ct);

        findings.Should().OnlyContain(finding => finding.Result == CheckResult.Passed);
    }

    private static Fault Refuse(string action, string code) => new(action, FaultEffect.ErrorBefore, ErrorCode: code, ErrorMessage: "No.", ErrorStatus: 400);
}
