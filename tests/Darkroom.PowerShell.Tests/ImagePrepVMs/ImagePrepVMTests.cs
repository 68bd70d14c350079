using Darkroom.PowerShell.Tests.Host;
using Darkroom.PowerShell.Tests.Waiting;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.ImagePrepVMs;

/// <summary>Preparation instances that are kept after a failure.</summary>
[Trait("Suite", "full")]
public sealed class ImagePrepVMTests(DemoFixture fixture) : IClassFixture<DemoFixture>
{
    private const string OldAgent = "win10-2303-ami.template";

    private readonly DarkroomServer _server = fixture.Server;

    [Fact]
    public async Task An_instance_is_kept_without_end_when_asked_for_and_removed_on_demand()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var kept = await host.RunAsync(Preparations.Script + "-KeepPreparationVMOnFailure", await Preparations.MasterAsync(_server, OldAgent));
        kept.ShouldFail("AgentTooOld");
        (await host.RunAsync(Preparations.Script, await Preparations.MasterAsync(_server, OldAgent))).ShouldFail("AgentTooOld");

        var shown = (await host.RunAsync("Get-ProvImagePrepVM -SortBy FailedTime")).ShouldSucceed().Output;
        shown.Should().HaveCount(2);
        var (first, second) = (shown[0], shown[1]);
        first.Properties["TaskId"].Value.Should().Be(kept["TaskId"]);
        first.Properties["KeptUntil"].Value.Should().BeNull();
        second.Properties["KeptUntil"].Value.Should().BeOfType<DateTime>().Which.Should().BeAfter((DateTime)second.Properties["FailedTime"].Value);
        first.Properties["HostingUnitName"].Value.Should().Be("demo");
        first.Properties["Reason"].Value.ToString().Should().Contain("AgentTooOld");
        State((string)first.Properties["VMId"].Value).Should().Be("stopped");
        (await host.RunAsync("Get-ProvImagePrepVM -ImageDefinitionName nothing")).ShouldFail("ImageDefinitionNotFound");

        var removed = await host.RunAsync("Get-ProvTask $args[0] | Get-ProvImagePrepVM | Remove-ProvImagePrepVM", kept["TaskId"]);
        removed.ShouldSucceed().Output.Should().BeEmpty();
        State((string)first.Properties["VMId"].Value).Should().BeOneOf("shutting-down", "terminated", null);
        State((string)second.Properties["VMId"].Value).Should().Be("stopped");
        (await host.RunAsync("(Get-ProvImageVersionSpec $args[0]).ImageVersionSpecStatus.ToString()", first.Properties["ImageVersionSpecUid"].Value))
            .ShouldSucceed().Output.Single().BaseObject.Should().Be("Failed");
        (await host.RunAsync("Remove-ProvImagePrepVM $args[0]", kept["TaskId"])).ShouldFail("InvalidWorkflowState");
        (await host.RunAsync("Remove-ProvImagePrepVM ([guid]::NewGuid())")).ShouldFail("InvalidWorkflow");
        (await host.RunAsync("Get-ProvImagePrepVM")).ShouldSucceed()["TaskId"].Should().Be(second.Properties["TaskId"].Value);
    }

    private string? State(string instance) => _server.Simulator.Resources("111122223333", "us-east-1").SingleOrDefault(resource => resource.Id == instance)?.State;
}
