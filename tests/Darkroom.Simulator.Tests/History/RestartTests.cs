using System.Xml.Linq;
using Amazon.EC2;
using Darkroom.Simulator.History;
using Darkroom.Simulator.Tests.Http;

namespace Darkroom.Simulator.Tests.History;

/// <summary>A simulator that keeps a history is ended and started again.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("darkroom-history-").FullName;

    private string HistoryPath => Path.Combine(_folder, "aws.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_account_is_what_it_was_and_what_was_under_way_goes_on()
    {
        List<(string, string, string)> before;
        string image;
        await using (var cloud = await StartAsync())
        {
            var instance = await cloud.RunAsync(SimulatedCloud.Launch(userData: Scripts.Windows()));
            cloud.Advance(600);
            image = (await cloud.Ec2.CreateImageAsync(new() { InstanceId = instance.InstanceId, Name = "sealed" }, SimulatedCloud.Cancel)).ImageId;
            await cloud.Ec2.CreateTagsAsync(new() { Resources = [image], Tags = [new("kept", "yes")] }, SimulatedCloud.Cancel);
            await cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [instance.InstanceId] }, SimulatedCloud.Cancel);
            before = Listed(cloud);
        }

        await using var again = await StartAsync();
        Listed(again).Should().Equal(before);
        again.Advance(130);
        var found = (await again.Ec2.DescribeImagesAsync(new() { ImageIds = [image] }, SimulatedCloud.Cancel)).Images.Single();
        found.State.Should().Be(ImageState.Available);
        found.Tags.Single().Value.Should().Be("yes");
    }

    [Fact]
    public async Task A_client_token_still_leads_to_what_it_made_and_new_things_get_new_ids()
    {
        var request = SimulatedCloud.Launch();
        request.ClientToken = "once";
        string first;
        await using (var cloud = await StartAsync())
            first = (await cloud.RunAsync(request)).InstanceId;

        await using var again = await StartAsync();
        (await again.RunAsync(request)).InstanceId.Should().Be(first);
        (await again.RunAsync(SimulatedCloud.Launch())).InstanceId.Should().NotBe(first);
        again.Resources().Count(resource => resource.Type == "instance" && resource.State == "pending").Should().Be(2);
    }

    [Fact]
    public async Task Time_goes_on_and_never_back()
    {
        DateTimeOffset end;
        await using (var cloud = await StartAsync())
        {
            cloud.Advance(86_400);
            await cloud.Ec2.DescribeVpcsAsync(SimulatedCloud.Cancel);
            end = cloud.Server.Clock.UtcNow;
        }

        await using var again = await StartAsync();
        again.Server.Clock.UtcNow.Should().Be(end);
    }

    [Fact]
    public async Task Circumstances_set_from_above_last()
    {
        await using (var cloud = await StartAsync())
        {
            using var control = new HttpClient { BaseAddress = new Uri(cloud.Server.BaseUri, "/_simulator/") };
            using var body = new StringContent("""{"zone":"us-east-1a","available":0}""");
            (await control.PostAsync("capacity", body, SimulatedCloud.Cancel)).EnsureSuccessStatusCode();
        }

        await using var again = await StartAsync();
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => again.RunAsync(SimulatedCloud.Launch()))).ErrorCode.Should().Be("InsufficientInstanceCapacity");
    }

    [Fact]
    public async Task Quotas_set_from_above_protection_and_a_role_that_was_made_last()
    {
        const string role = "AWSServiceRoleForWorkSpacesInstances";
        var world = DemoWorld.WithoutRole(role);
        await using (var cloud = await StartIn(world))
        {
            using var control = new HttpClient { BaseAddress = new Uri(cloud.Server.BaseUri, "/_simulator/") };
            using var body = new StringContent("""{"serviceCode":"ec2","quotaCode":"L-1216C47A","value":1}""");
            (await control.PostAsync($"accounts/{SimulatedCloud.Account}/{SimulatedCloud.Region}/quotas", body, SimulatedCloud.Cancel)).EnsureSuccessStatusCode();
            await cloud.Ec2.EnableImageDeregistrationProtectionAsync(new() { ImageId = SimulatedCloud.Windows10 }, SimulatedCloud.Cancel);
            (await Iam(cloud, ("Action", "GetRole"), ("RoleName", role))).Text("Code").Should().Be("NoSuchEntity");
            await Iam(cloud, ("Action", "CreateServiceLinkedRole"), ("AWSServiceName", "workspaces-instances.amazonaws.com"));
        }

        await using var again = await StartIn(world);
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => again.RunAsync(SimulatedCloud.Launch()))).ErrorCode.Should().Be("VcpuLimitExceeded");
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => again.Ec2.DeregisterImageAsync(new(SimulatedCloud.Windows10), SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("OperationNotPermitted");
        (await Iam(again, ("Action", "GetRole"), ("RoleName", role))).Text("RoleName").Should().Be(role);
    }

    [Fact]
    public async Task Reads_refusals_and_dry_runs_are_not_kept()
    {
        await using (var cloud = await StartAsync())
        {
            await cloud.Ec2.DescribeImagesAsync(SimulatedCloud.Cancel);
            var dry = SimulatedCloud.Launch();
            dry.DryRun = true;
            await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.RunInstancesAsync(dry, SimulatedCloud.Cancel));
            await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.RunAsync(SimulatedCloud.Launch(image: "ami-0000000000000dead")));
        }

        File.ReadAllLines(HistoryPath).Should().ContainSingle("a history begins with a line of its own");
    }

    [Fact]
    public async Task A_line_that_was_cut_off_is_a_call_that_never_happened()
    {
        await using (var cloud = await StartAsync())
            await cloud.RunAsync(SimulatedCloud.Launch());
        await File.WriteAllBytesAsync(HistoryPath, (await File.ReadAllBytesAsync(HistoryPath, SimulatedCloud.Cancel))[..^20], SimulatedCloud.Cancel);

        await using (var cut = await StartAsync())
        {
            cut.Resources().Should().NotContain(resource => resource.Type == "instance" && resource.State == "pending");
            await cut.RunAsync(SimulatedCloud.Launch());
        }

        await using var again = await StartAsync();
        again.Resources().Should().ContainSingle(resource => resource.Type == "instance" && resource.State == "pending");
    }

    [Theory]
    [InlineData("{\"world\":\"another\",\"begunAt\":\"2026-01-01T00:00:00Z\"}\n", "another world")]
    [InlineData("no history\n", "can't be read")]
    public async Task What_is_no_history_of_this_world_is_refused_and_stays_as_it_is(string text, string why)
    {
        await File.WriteAllTextAsync(HistoryPath, text, SimulatedCloud.Cancel);
        (await Assert.ThrowsAsync<HistoryException>(StartAsync)).Message.Should().Contain(why);
        (await File.ReadAllTextAsync(HistoryPath, SimulatedCloud.Cancel)).Should().Be(text);
    }

    private Task<SimulatedCloud> StartAsync() => SimulatedCloud.StartAsync(options => options with { HistoryPath = HistoryPath });

    private Task<SimulatedCloud> StartIn(string world) => SimulatedCloud.StartAsync(options => options with { HistoryPath = HistoryPath, WorldJson = world });

    private static async Task<XDocument> Iam(SimulatedCloud cloud, params (string, string)[] parameters) =>
        (await SignedQuery.SendAsync(cloud, cloud.Keys("administrator", SimulatedCloud.Account), "iam", SimulatedCloud.Region, [("Version", "2010-05-08"), .. parameters])).Body;

    private static List<(string Id, string Type, string State)> Listed(SimulatedCloud cloud) =>
        [.. cloud.Resources().Select(resource => (resource.Id, resource.Type, resource.State))];
}
