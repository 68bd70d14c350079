using Amazon.EC2.Model;
using Darkroom.Aws.Errors;
using Darkroom.Core.Clouds;
using Darkroom.Simulator.Control;

namespace Darkroom.Aws.Tests.Simulated;

public sealed class IsolationGroupTests
{
    private const string Name = $"Darkroom.IsolationGroup-{SimulatedAws.Vpc}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_that_another_preparation_has_just_revoked_keeps_no_other_rule_open()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();
        var group = await aws.Cloud.CreateIsolationGroupAsync(access, SimulatedAws.Vpc, Cloud.Tags(), Ct);
        await aws.AllowInAsync(group);
        // The twin's revoke came first: it took effect, and ours is answered that there is no such rule.
        aws.Server.Faults.Add(new Fault(
            "RevokeSecurityGroupIngress", FaultEffect.ErrorAfter, Count: 1, ErrorCode: "InvalidPermission.NotFound", ErrorStatus: 400));

        (await aws.Cloud.CloseIsolationGroupAsync(access, group, Ct)).Should().Be(0);
    }

    [Fact]
    public async Task A_group_of_somebody_else_with_our_name_is_neither_used_nor_closed_nor_removed()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();
        using var ec2 = aws.Administrator();
        var group = (await ec2.CreateSecurityGroupAsync(new() { GroupName = Name, Description = "Not Darkroom's", VpcId = SimulatedAws.Vpc }, Ct)).GroupId;

        foreach (var use in new Func<Task>[]
        {
            () => aws.Cloud.FindIsolationGroupAsync(access, SimulatedAws.Vpc, Ct),
            () => aws.Cloud.CloseIsolationGroupAsync(access, group, Ct),
            () => aws.Cloud.RemoveIsolationGroupAsync(access, SimulatedAws.Vpc, Ct),
        })
        {
            var failure = (await FluentActions.Awaiting(use).Should().ThrowAsync<CloudException>()).Which;
            (failure.Error.Definition, failure.IsTransient).Should().Be((StateErrors.IsolationGroupForeign, false));
            failure.Error.Message.Should().Contain(group);
        }

        var kept = (await ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupIds = [group] }, Ct)).SecurityGroups.Single();
        kept.IpPermissionsEgress.Should().NotBeEmpty();
    }
}
