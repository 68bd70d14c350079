using System.Text;
using Darkroom.Simulator.Guests;

namespace Darkroom.Simulator.Tests.Guests;

public class GuestTests
{
    private const string Prefix = $"darkroom {Scripts.Nonce} ";

    [Fact]
    public async Task A_guest_prints_its_report_step_by_step_and_shuts_down()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch(userData: Scripts.Windows("OfficeRearm")))).InstanceId;
        cloud.Advance(11);
        (await cloud.ReportAsync(id, Scripts.Nonce)).Should().BeEmpty();
        cloud.Advance(41);
        (await cloud.ReportAsync(id, Scripts.Nonce)).Should().Equal(Prefix + """{"event":"begin","script":1,"os":"Windows"}""");
        cloud.Advance(300);
        (await cloud.ReportAsync(id, Scripts.Nonce)).Should().Equal(
            Prefix + """{"event":"begin","script":1,"os":"Windows"}""",
            Prefix + """{"event":"step","name":"EnableDHCP","outcome":"Done"}""",
            Prefix + """{"event":"step","name":"OsRearm","outcome":"Done"}""",
            Prefix + """{"event":"step","name":"OfficeRearm","outcome":"Excluded"}""",
            Prefix + """{"event":"fact","name":"OperatingSystem","value":"Microsoft Windows 10 Enterprise multi-session"}""",
            Prefix + """{"event":"fact","name":"OsBuild","value":"10.0.19045.5131"}""",
            Prefix + """{"event":"fact","name":"AgentVersion","value":"2411.0.0.46"}""",
            Prefix + """{"event":"fact","name":"MCSIO","value":true}""",
            Prefix + """{"event":"fact","name":"SessionSupport","value":"MultiSession"}""",
            Prefix + """{"event":"fact","name":"IdentityJoinStatus","value":"None"}""",
            Prefix + """{"event":"end"}""");
        var instance = await cloud.InstanceAsync(id);
        instance.State.Name.Value.Should().Be("stopped");
        instance.StateReason.Code.Should().Be("Client.InstanceInitiatedShutdown");
    }

    [Fact]
    public async Task A_guest_terminates_its_instance_when_it_was_launched_that_way()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var request = SimulatedCloud.Launch(userData: Scripts.Windows());
        request.InstanceInitiatedShutdownBehavior = "terminate";
        var id = (await cloud.RunAsync(request)).InstanceId;
        cloud.Advance(600);
        (await cloud.InstanceAsync(id)).State.Name.Value.Should().Be("terminated");
    }

    [Fact]
    public async Task What_was_printed_last_is_posted_some_time_after_the_stop()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch(userData: Scripts.Windows()))).InstanceId;
        while ((await cloud.InstanceAsync(id)).State.Name.Value is "pending" or "running")
            cloud.Advance(1);
        (await cloud.ReportAsync(id, Scripts.Nonce)).Should().NotContain(Prefix + """{"event":"end"}""");
        cloud.Advance(30);
        (await cloud.ReportAsync(id, Scripts.Nonce)).Should().EndWith(Prefix + """{"event":"end"}""");
    }

    [Fact]
    public async Task While_it_runs_only_the_latest_output_is_fresh()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch("ami-0a4a46000000000a4", Scripts.Windows()))).InstanceId;
        cloud.Advance(600);
        (await cloud.InstanceAsync(id)).State.Name.Value.Should().Be("running");
        (await cloud.ConsoleAsync(id, latest: true)).Should().Contain(Scripts.Nonce);
        (await cloud.ConsoleAsync(id, latest: false)).Should().NotContain(Scripts.Nonce).And.NotBeEmpty();
    }

    [Fact]
    public async Task A_guest_that_hangs_begins_and_never_ends()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch("ami-0a4a46000000000a4", Scripts.Windows()))).InstanceId;
        cloud.Advance(100_000);
        (await cloud.InstanceAsync(id)).State.Name.Value.Should().Be("running");
        (await cloud.ReportAsync(id, Scripts.Nonce)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_guest_that_crashes_stops_without_an_end()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch("ami-0ac4a5000000000a5", Scripts.Windows()))).InstanceId;
        cloud.Advance(600);
        (await cloud.InstanceAsync(id)).State.Name.Value.Should().Be("stopped");
        (await cloud.ReportAsync(id, Scripts.Nonce)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_silent_guest_stops_without_a_word_and_its_image_may_lie_under_another_nonce()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch("ami-0a5113000000000a3", Scripts.Windows()))).InstanceId;
        cloud.Advance(600);
        (await cloud.InstanceAsync(id)).State.Name.Value.Should().Be("stopped");
        (await cloud.ReportAsync(id, Scripts.Nonce)).Should().BeEmpty();
        (await cloud.ConsoleAsync(id)).Should().Contain("""darkroom 00000000000000000000000000000000 {"event":"end"}""");
    }

    [Fact]
    public async Task A_script_of_the_other_system_does_not_run()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var windows = (await cloud.RunAsync(SimulatedCloud.Launch(userData: Scripts.Linux()))).InstanceId;
        var linux = (await cloud.RunAsync(SimulatedCloud.Launch(SimulatedCloud.Linux, Scripts.Windows()))).InstanceId;
        var proper = (await cloud.RunAsync(SimulatedCloud.Launch(SimulatedCloud.Linux, Scripts.Linux()))).InstanceId;
        cloud.Advance(600);
        (await cloud.InstanceAsync(windows)).State.Name.Value.Should().Be("running");
        (await cloud.InstanceAsync(linux)).State.Name.Value.Should().Be("running");
        (await cloud.InstanceAsync(proper)).State.Name.Value.Should().Be("stopped");
        (await cloud.ReportAsync(proper, Scripts.Nonce)).Should()
            .Contain(Prefix + """{"event":"step","name":"OsRearm","outcome":"NotApplicable"}""")
            .And.Contain(Prefix + """{"event":"begin","script":1,"os":"Linux"}""");
    }

    [Fact]
    public async Task A_finished_preparation_does_not_run_again_at_the_next_start_an_unfinished_one_does_when_it_persists()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var script = Encoding.UTF8.GetString(Convert.FromBase64String(Scripts.Windows())) + "\n<persist>true</persist>";
        var id = (await cloud.RunAsync(SimulatedCloud.Launch(userData: Scripts.Encode(script)))).InstanceId;
        cloud.Advance(60);
        await cloud.Ec2.StopInstancesAsync(new() { InstanceIds = [id] }, SimulatedCloud.Cancel);
        cloud.Advance(60);
        await cloud.Ec2.StartInstancesAsync(new() { InstanceIds = [id] }, SimulatedCloud.Cancel);
        cloud.Advance(600);
        (await cloud.ReportAsync(id, Scripts.Nonce)).Count(line => line.Contains("\"begin\"", StringComparison.Ordinal)).Should().Be(2);
        (await cloud.InstanceAsync(id)).State.Name.Value.Should().Be("stopped");
        await cloud.Ec2.StartInstancesAsync(new() { InstanceIds = [id] }, SimulatedCloud.Cancel);
        cloud.Advance(600);
        (await cloud.InstanceAsync(id)).State.Name.Value.Should().Be("running");
    }

    [Fact]
    public async Task A_script_that_is_told_to_stay_up_reports_and_keeps_running()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var script = Encoding.UTF8.GetString(Convert.FromBase64String(Scripts.Linux())) + "\nDARKROOM_NO_AUTO_SHUTDOWN='true'";
        var id = (await cloud.RunAsync(SimulatedCloud.Launch(SimulatedCloud.Linux, Scripts.Encode(script)))).InstanceId;
        cloud.Advance(600);
        (await cloud.InstanceAsync(id)).State.Name.Value.Should().Be("running");
        (await cloud.ReportAsync(id, Scripts.Nonce)).Should().EndWith(Prefix + """{"event":"end"}""");
    }

    [Fact]
    public void A_report_tells_outcomes_and_details_and_writes_plain_ASCII()
    {
        var facts = new GuestFacts
        {
            Os = GuestOs.Windows,
            OperatingSystem = "Größe \"7\"",
            OsBuild = "1",
            Steps = new Dictionary<string, GuestStepOutcome> { ["OsRearm"] = new("CountExceeded", "none\tleft") },
        };
        var lines = GuestReport.Lines(facts, "n", ["EnableDHCP"]);
        lines.Should().HaveCount(11);
        lines[1].Should().Be("""darkroom n {"event":"step","name":"EnableDHCP","outcome":"Excluded"}""");
        lines[2].Should().Be("""darkroom n {"event":"step","name":"OsRearm","outcome":"CountExceeded","detail":"none\u0009left"}""");
        lines[4].Should().Be("""darkroom n {"event":"fact","name":"OperatingSystem","value":"Gr\u00f6\u00dfe \"7\""}""");
        lines[6].Should().Be("""darkroom n {"event":"fact","name":"AgentVersion","value":""}""");
        lines[7].Should().Be("""darkroom n {"event":"fact","name":"MCSIO","value":false}""");
    }

    [Fact]
    public async Task A_console_keeps_its_newest_64_KB()
    {
        var world = DemoWorld.Text.Replace("\"consoleNoise\": [", $"\"consoleNoise\": [\"{new string('x', 70_000)}\", ", StringComparison.Ordinal);
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { WorldJson = world });
        var id = (await cloud.RunAsync(SimulatedCloud.Launch("ami-0a5113000000000a3"))).InstanceId;
        cloud.Advance(60);
        (await cloud.ConsoleAsync(id)).Length.Should().Be(64 * 1024);
    }
}
