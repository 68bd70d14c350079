using Amazon.EC2;
using Amazon.EC2.Model;

namespace Darkroom.Simulator.Tests.SecurityGroups;

public class SecurityGroupTests
{
    [Fact]
    public async Task A_new_group_lets_everything_out_until_that_is_revoked()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = await CreateAsync(cloud, "isolated");
        var group = await GroupAsync(cloud, id);
        group.IpPermissions.Should().BeNullOrEmpty();
        group.Tags.Single().Key.Should().Be("darkroom:ref");
        var revoked = await cloud.Ec2.RevokeSecurityGroupEgressAsync(new() { GroupId = id, IpPermissions = group.IpPermissionsEgress }, SimulatedCloud.Cancel);
        revoked.Return.Should().BeTrue();
        (await GroupAsync(cloud, id)).IpPermissionsEgress.Should().BeNullOrEmpty();
        (await Refused(() => cloud.Ec2.RevokeSecurityGroupEgressAsync(
            new() { GroupId = id, IpPermissions = group.IpPermissionsEgress }, SimulatedCloud.Cancel))).ErrorCode.Should().Be("InvalidPermission.NotFound");
    }

    [Fact]
    public async Task Rules_are_added_once_and_each_taken_away()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = await CreateAsync(cloud, "open");
        IpPermission[] rules =
        [
            new() { IpProtocol = "tcp", FromPort = 3389, ToPort = 3389, Ipv4Ranges = [new() { CidrIp = "10.0.0.0/8", Description = "inside" }] },
            new() { IpProtocol = "tcp", FromPort = 3389, ToPort = 3389, Ipv6Ranges = [new() { CidrIpv6 = "::/0" }] },
            new() { IpProtocol = "-1", UserIdGroupPairs = [new() { GroupId = id }] },
            new() { IpProtocol = "udp", FromPort = 1, ToPort = 2, PrefixListIds = [new() { Id = "pl-1" }] },
        ];
        await cloud.Ec2.AuthorizeSecurityGroupIngressAsync(new() { GroupId = id, IpPermissions = [.. rules] }, SimulatedCloud.Cancel);
        (await Refused(() => cloud.Ec2.AuthorizeSecurityGroupIngressAsync(new() { GroupId = id, IpPermissions = [rules[0]] }, SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("InvalidPermission.Duplicate");
        var shown = (await GroupAsync(cloud, id)).IpPermissions;
        shown.Should().HaveCount(3);
        shown[0].Ipv4Ranges.Single().Description.Should().Be("inside");
        await cloud.Ec2.RevokeSecurityGroupIngressAsync(new() { GroupId = id, IpPermissions = shown }, SimulatedCloud.Cancel);
        (await GroupAsync(cloud, id)).IpPermissions.Should().BeNullOrEmpty();
        await cloud.Ec2.AuthorizeSecurityGroupEgressAsync(new() { GroupId = id, IpPermissions = [rules[0]] }, SimulatedCloud.Cancel);
        (await GroupAsync(cloud, id)).IpPermissionsEgress.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_group_in_use_can_not_be_deleted_and_its_name_not_be_used_again()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = await CreateAsync(cloud, "isolated");
        (await Refused(() => CreateAsync(cloud, "isolated"))).ErrorCode.Should().Be("InvalidGroup.Duplicate");
        var request = SimulatedCloud.Launch();
        request.SecurityGroupIds = [id];
        var instance = (await cloud.RunAsync(request)).InstanceId;
        (await Refused(() => cloud.Ec2.DeleteSecurityGroupAsync(new() { GroupId = id }, SimulatedCloud.Cancel))).ErrorCode.Should().Be("DependencyViolation");
        await cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [instance] }, SimulatedCloud.Cancel);
        cloud.Advance(60);
        await cloud.Ec2.DeleteSecurityGroupAsync(new() { GroupId = id }, SimulatedCloud.Cancel);
        (await Refused(() => GroupAsync(cloud, id))).ErrorCode.Should().Be("InvalidGroup.NotFound");
    }

    private static async Task<string> CreateAsync(SimulatedCloud cloud, string name) => (await cloud.Ec2.CreateSecurityGroupAsync(new()
    {
        GroupName = name,
        Description = "d",
        VpcId = SimulatedCloud.Vpc,
        TagSpecifications = [new() { ResourceType = ResourceType.SecurityGroup, Tags = [new("darkroom:ref", "a")] }],
    }, SimulatedCloud.Cancel)).GroupId;

    private static async Task<SecurityGroup> GroupAsync(SimulatedCloud cloud, string id) =>
        (await cloud.Ec2.DescribeSecurityGroupsAsync(new() { GroupIds = [id] }, SimulatedCloud.Cancel)).SecurityGroups.Single();

    private static Task<AmazonEC2Exception> Refused(Func<Task> call) => Assert.ThrowsAsync<AmazonEC2Exception>(call);
}
