using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Amazon.EC2;
using Darkroom.Simulator.Control;

namespace Darkroom.Simulator.Tests.ServiceQuotas;

/// <summary>What an account may use of EC2, EBS and VPC, as launches, images and groups meet it.</summary>
public class QuotaTests
{
    private const string StandardVcpus = "L-1216C47A";

    [Fact]
    public async Task A_launch_over_the_vCPU_quota_is_refused_until_something_stops()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        cloud.Server.Quotas.Set(SimulatedCloud.Account, SimulatedCloud.Region, "ec2", StandardVcpus, Quota(cloud, StandardVcpus).Used + 3);
        var first = await cloud.RunAsync(SimulatedCloud.Launch());
        (await Refused(() => cloud.RunAsync(SimulatedCloud.Launch()))).ErrorCode.Should().Be("VcpuLimitExceeded");
        cloud.Advance(60);
        await cloud.Ec2.StopInstancesAsync(new() { InstanceIds = [first.InstanceId] }, SimulatedCloud.Cancel);
        cloud.Advance(60);
        await cloud.RunAsync(SimulatedCloud.Launch());
        (await Refused(() => cloud.Ec2.StartInstancesAsync(new() { InstanceIds = [first.InstanceId] }, SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("VcpuLimitExceeded");
    }

    [Fact]
    public async Task Families_and_Spot_instances_have_vCPU_quotas_of_their_own()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        cloud.Server.Quotas.Set(SimulatedCloud.Account, SimulatedCloud.Region, "ec2", StandardVcpus, 0);
        var graphics = SimulatedCloud.Launch();
        graphics.InstanceType = "g4dn.xlarge";
        await cloud.RunAsync(graphics);
        var spot = SimulatedCloud.Launch();
        spot.InstanceMarketOptions = new() { MarketType = MarketType.Spot };
        await cloud.RunAsync(spot);
        cloud.Server.Quotas.Set(SimulatedCloud.Account, SimulatedCloud.Region, "ec2", "L-34B43A08", 2);
        (await Refused(() => cloud.RunAsync(spot))).ErrorCode.Should().Be("MaxSpotInstanceCountExceeded");
    }

    [Fact]
    public async Task A_launch_over_the_storage_quota_ends_terminated_and_says_why()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        cloud.Server.Quotas.Set(SimulatedCloud.Account, SimulatedCloud.Region, "ebs", "L-7A658B76", 0.01);
        var launched = await cloud.RunAsync(SimulatedCloud.Launch());
        launched.State.Name.Should().Be(InstanceStateName.Pending);
        cloud.Advance(60);
        var ended = await cloud.InstanceAsync(launched.InstanceId);
        (ended.State.Name, ended.StateReason.Code).Should().Be((InstanceStateName.Terminated, "Client.VolumeLimitExceeded"));
        cloud.Resources().Should().NotContain(resource => resource.Type == "volume" && resource.State == "available");
    }

    [Theory]
    [InlineData("ec2", "L-B665C33B", "ResourceLimitExceeded")]
    [InlineData("ebs", "L-309BACF6", "SnapshotLimitExceeded")]
    public async Task An_image_over_a_quota_is_not_made(string service, string quota, string code)
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch())).InstanceId;
        cloud.Advance(60);
        var used = Quota(cloud, quota).Used;
        cloud.Server.Quotas.Set(SimulatedCloud.Account, SimulatedCloud.Region, service, quota, used + 1);
        await CreateAsync("the last");
        (await Refused(() => CreateAsync("one too many"))).ErrorCode.Should().Be(code);
        Quota(cloud, quota).Used.Should().Be(used + 1);

        Task CreateAsync(string name) => cloud.Ec2.CreateImageAsync(new() { InstanceId = id, Name = name, NoReboot = true }, SimulatedCloud.Cancel);
    }

    [Fact]
    public async Task Network_interfaces_and_security_groups_have_quotas()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        foreach (var code in (string[])["L-DF5E4CA3", "L-E79EC296"])
            cloud.Server.Quotas.Set(SimulatedCloud.Account, SimulatedCloud.Region, "vpc", code, Quota(cloud, code).Used);
        (await Refused(() => cloud.RunAsync(SimulatedCloud.Launch()))).ErrorCode.Should().Be("NetworkInterfaceLimitExceeded");
        (await Refused(() => cloud.Ec2.CreateSecurityGroupAsync(new() { GroupName = "g", Description = "g", VpcId = SimulatedCloud.Vpc }, SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("SecurityGroupLimitExceeded");
    }

    [Fact]
    public async Task A_quota_is_set_from_above_for_one_account_and_Region()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var control = new HttpClient { BaseAddress = cloud.Server.BaseUri };
        var change = new { serviceCode = "ec2", quotaCode = StandardVcpus, value = 7 };
        var path = $"_simulator/accounts/{SimulatedCloud.Account}/{SimulatedCloud.Region}/quotas";
        (await control.PostAsJsonAsync(path, change, SimulatedCloud.Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        var listed = await control.GetFromJsonAsync<JsonElement>(path, SimulatedCloud.Cancel);
        listed.EnumerateArray().Single(quota => quota.GetProperty("quotaCode").GetString() == StandardVcpus).GetProperty("value").GetDouble().Should().Be(7);
        cloud.Server.QuotasOf(SimulatedCloud.Account, "eu-west-1").Single(quota => quota.QuotaCode == StandardVcpus).Value.Should().Be(2000);
        (await control.PostAsJsonAsync(path, change with { quotaCode = "L-NONE" }, SimulatedCloud.Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await control.PostAsJsonAsync(path, change with { value = -1 }, SimulatedCloud.Cancel)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static QuotaInfo Quota(SimulatedCloud cloud, string code) =>
        cloud.Server.QuotasOf(SimulatedCloud.Account, SimulatedCloud.Region).Single(quota => quota.QuotaCode == code);

    private static Task<AmazonEC2Exception> Refused(Func<Task> call) => Assert.ThrowsAsync<AmazonEC2Exception>(call);
}
