using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Amazon.EC2;
using Amazon.Runtime;
using Darkroom.Simulator.Control;

namespace Darkroom.Simulator.Tests.Control;

/// <summary>Throttling, faults, the journal and the control endpoints.</summary>
public class CircumstanceTests
{
    [Fact]
    public async Task A_bucket_empties_refills_on_the_simulated_clock_and_concerns_one_call_only()
    {
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { ThrottleFactor = 1 });
        for (var launch = 0; launch < 5; launch++)
            await cloud.RunAsync(SimulatedCloud.Launch());
        var refused = await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.RunAsync(SimulatedCloud.Launch()));
        (refused.ErrorCode, refused.StatusCode).Should().Be(("RequestLimitExceeded", HttpStatusCode.ServiceUnavailable));
        await cloud.Ec2.DescribeRegionsAsync(SimulatedCloud.Cancel);
        cloud.Advance(1);
        await cloud.RunAsync(SimulatedCloud.Launch());
        await cloud.RunAsync(SimulatedCloud.Launch());
        await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.RunAsync(SimulatedCloud.Launch()));
    }

    [Fact]
    public async Task Lists_of_everything_have_a_smaller_bucket_than_filtered_ones()
    {
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { ThrottleFactor = 1 });
        for (var read = 0; read < 50; read++)
            await cloud.Ec2.DescribeInstancesAsync(SimulatedCloud.Cancel);
        await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.DescribeInstancesAsync(SimulatedCloud.Cancel));
        await cloud.Ec2.DescribeInstancesAsync(new() { MaxResults = 5 }, SimulatedCloud.Cancel);
    }

    [Fact]
    public async Task A_launch_spends_a_token_for_each_instance()
    {
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { ThrottleFactor = 1 });
        var request = SimulatedCloud.Launch();
        (request.MinCount, request.MaxCount) = (1001, 1001);
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.RunInstancesAsync(request, SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("RequestLimitExceeded");
    }

    [Fact]
    public async Task A_fault_lets_some_calls_pass_then_hits_some()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        cloud.Server.Faults.Add(new("Describe*", FaultEffect.ErrorBefore, Skip: 1, Count: 1, Principal: "administrator"));
        await cloud.Ec2.DescribeVpcsAsync(SimulatedCloud.Cancel);
        var refused = await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.DescribeImagesAsync(SimulatedCloud.Cancel));
        (refused.ErrorCode, refused.StatusCode).Should().Be(("InternalError", HttpStatusCode.InternalServerError));
        await cloud.Ec2.DescribeImagesAsync(SimulatedCloud.Cancel);
        cloud.Server.Faults.List().Single().Should().Match<FaultState>(state => state.Met == 3 && state.Hits == 1);
    }

    [Theory]
    [InlineData(FaultEffect.ErrorBefore, 0)]
    [InlineData(FaultEffect.Close, 0)]
    [InlineData(FaultEffect.ErrorAfter, 1)]
    [InlineData(FaultEffect.DropResponse, 1)]
    public async Task A_fault_strikes_before_the_effect_or_after_it(FaultEffect effect, int made)
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        cloud.Server.Faults.Add(new("CreateSecurityGroup", effect, Parameters: new Dictionary<string, string> { ["GroupName"] = "st*" }));
        await Assert.ThrowsAnyAsync<Exception>(() => cloud.Ec2.CreateSecurityGroupAsync(
            new() { GroupName = "struck", Description = "d", VpcId = SimulatedCloud.Vpc }, SimulatedCloud.Cancel));
        var groups = await cloud.Ec2.DescribeSecurityGroupsAsync(new() { Filters = [new("group-name", ["struck"])] }, SimulatedCloud.Cancel);
        (groups.SecurityGroups ?? []).Should().HaveCount(made);
    }

    [Fact]
    public async Task A_delay_lasts_its_simulated_time()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        cloud.Server.Faults.Add(new("DescribeVpcs", FaultEffect.Delay, DelaySeconds: 30));
        var reading = cloud.Ec2.DescribeVpcsAsync(SimulatedCloud.Cancel);
        while (cloud.Server.Faults.List().Single().Hits == 0)
            await Task.Yield();
        reading.IsCompleted.Should().BeFalse();
        while (!reading.IsCompleted)
        {
            cloud.Advance(31);
            await Task.WhenAny(reading, Task.Delay(10, SimulatedCloud.Cancel));
        }
        (await reading).Vpcs.Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_journal_tells_each_call_with_its_caller_and_outcome_and_no_user_data()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        await cloud.RunAsync(SimulatedCloud.Launch(userData: Scripts.Windows()));
        using var stranger = cloud.Ec2With(new BasicAWSCredentials("AKIAUNKNOWNUNKNOWN00", "secret"));
        await Assert.ThrowsAsync<AmazonEC2Exception>(() => stranger.DescribeVpcsAsync(SimulatedCloud.Cancel));
        var entries = cloud.Server.Journal.Read();
        entries.Select(entry => (entry.Principal, entry.Action, entry.Outcome, entry.Status)).Should().Equal(
            ("administrator", "RunInstances", "OK", 200), (null, "DescribeVpcs", "AuthFailure", 401));
        entries[0].Parameters.Should().Contain("ImageId", SimulatedCloud.Windows10).And.NotContainKey("UserData");
        cloud.Server.Journal.Read(since: 1).Should().ContainSingle();
    }

    [Fact]
    public async Task The_control_endpoints_change_and_show_circumstances()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var control = new HttpClient { BaseAddress = new Uri(cloud.Server.BaseUri, "/_simulator/") };
        await PostAsync(control, "capacity", """{"zone":"us-east-1a","available":0}""");
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.RunAsync(SimulatedCloud.Launch()))).ErrorCode.Should().Be("InsufficientInstanceCapacity");
        await PostAsync(control, "capacity", """{"zone":"us-east-1a","available":null}""");
        var instance = await cloud.RunAsync(SimulatedCloud.Launch());
        (await PostAsync(control, "clock", """{"advance":11,"scale":3}""")).GetProperty("scale").GetDouble().Should().Be(3);
        var listed = await control.GetFromJsonAsync<JsonElement>("accounts/111122223333/us-east-1/resources", SimulatedCloud.Cancel);
        listed.EnumerateArray().Single(item => item.GetProperty("id").GetString() == instance.InstanceId).GetProperty("state").GetString()
            .Should().Be("running");
        await PostAsync(control, "faults", """{"action":"DescribeVpcs","effect":"errorBefore","errorCode":"Unavailable","errorStatus":503}""");
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.DescribeVpcsAsync(SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("Unavailable");
        (await control.DeleteAsync(new Uri("faults", UriKind.Relative), SimulatedCloud.Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        await cloud.Ec2.DescribeVpcsAsync(SimulatedCloud.Cancel);
        (await control.GetFromJsonAsync<JsonElement>("journal?since=2", SimulatedCloud.Cancel)).GetArrayLength().Should().Be(2);
        (await control.GetFromJsonAsync<JsonElement>("principals", SimulatedCloud.Cancel))[0].GetProperty("accessKeyId").GetString()
            .Should().Be("AKIADARKROOMDEMO0001");
    }

    [Theory]
    [InlineData("capacity", """{"zone":"us-east-1a","colour":"red"}""", HttpStatusCode.BadRequest)]
    [InlineData("clock", """{"scale":0}""", HttpStatusCode.BadRequest)]
    [InlineData("weather", "{}", HttpStatusCode.NotFound)]
    public async Task A_control_request_that_makes_no_sense_is_refused(string path, string body, HttpStatusCode status)
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var control = new HttpClient { BaseAddress = new Uri(cloud.Server.BaseUri, "/_simulator/") };
        using var content = new StringContent(body);
        (await control.PostAsync(new Uri(path, UriKind.Relative), content, SimulatedCloud.Cancel)).StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task A_running_clock_runs_as_many_times_as_fast_as_it_is_told()
    {
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { ClockPaused = false, ClockScale = 1000 });
        var id = (await cloud.RunAsync(SimulatedCloud.Launch(userData: Scripts.Windows()))).InstanceId;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(SimulatedCloud.Cancel);
        enough.CancelAfter(TimeSpan.FromSeconds(20));
        while ((await cloud.InstanceAsync(id)).State.Name.Value != "stopped")
            await Task.Delay(20, enough.Token);
    }

    private static async Task<JsonElement> PostAsync(HttpClient control, string path, string body)
    {
        using var content = new StringContent(body);
        using var answer = await control.PostAsync(new Uri(path, UriKind.Relative), content, SimulatedCloud.Cancel);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(SimulatedCloud.Cancel);
    }
}
