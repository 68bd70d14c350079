using System.Management.Automation;
using Darkroom.PowerShell.Tasks;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.PowerShell.Tests.Waiting;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Tasks;

/// <summary>The cmdlets of tasks, against a real server.</summary>
public sealed class TaskTests(DemoFixture fixture) : IClassFixture<DemoFixture>
{
    /// <summary>Of every task, and of one that prepares an image (cmdlet reference).</summary>
    private static readonly string[] Documented =
    [
        "TaskId", "Type", "TaskType", "Active", "Host", "Status", "WorkflowStatus", "WorkFlowStatus", "TaskState", "TaskStateInformation", "CurrentOperation",
        "TaskProgress", "TaskExpectedCompletion", "DateStarted", "LastUpdateTime", "DateFinished", "ActiveElapsedTime", "TerminatingError", "Metadata",
        "ImageVersionSpecUid", "SourceImageVersionSpecUid", "ImageDefinitionName", "ImageDefinitionUid", "ImageVersionNumber", "ImageVersionUid", "MasterImage",
        "DiskSize", "MachineProfile", "HostingUnitName", "HostingUnitUid", "CustomProperties",
    ];

    private readonly DarkroomServer _server = fixture.Server;

    [Fact]
    [Trait("Suite", "full")]
    public async Task An_asynchronous_task_is_a_guid_with_the_members_of_the_task()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var master = await Preparations.MasterAsync(_server);
        var started = await host.RunAsync("$id = " + Preparations.Script + "-RunAsynchronously; $id; $id.ToString(); \"$id\"; $id.SourceImageVersionSpecUid", master);
        var id = started.ShouldSucceed().Output[0].BaseObject.Should().BeOfType<Guid>().Subject;
        started.Output[0].Properties.Select(member => member.Name).Should().Contain(Documented.Except(["WorkFlowStatus"]));
        started.Output.Skip(1).Select(item => item.BaseObject).Should().Equal(id.ToString(), id.ToString(), master);

        var found = await host.RunAsync("Get-ProvTask -TaskId $id; $id | Get-ProvTask; Get-ProvTask $id.Guid");
        found.ShouldSucceed().Output.Should().HaveCount(3).And.OnlyContain(task => (Guid)task.Properties["TaskId"].Value == id);
        found.Output[0].Properties["TaskType"].Value.Should().Be(ProvTaskType.NewProvImageVersionSpec);
        foreach (var member in Documented)
        {
            found.Output[0].Properties[member].Should().NotBeNull(member);
        }

        await _server.WaitForOperationAsync(id);
        var ended = await host.RunAsync("Get-ProvTask $id");
        ended["Status"].Should().Be(ProvTaskStatus.Finished);
        ended["WorkFlowStatus"].Should().Be(ProvWorkflowStatus.Completed);
        ended["TaskProgress"].Should().Be(100);
        ended["CurrentOperation"].Should().Be("");
        ended["DiskSize"].Should().BeOfType<int>().Which.Should().BePositive();
    }

    [Fact]
    public async Task A_running_task_is_stopped_from_the_pipeline_and_then_removed()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var id = (Guid)(await host.RunAsync(Preparations.Script + "-RunAsynchronously", await Preparations.MasterAsync(_server))).ShouldSucceed().Output[0].BaseObject;
        (await host.RunAsync("Remove-ProvTask $args[0]", id)).ShouldFail("InvalidWorkflowState");
        (await host.RunAsync("Get-ProvTask $args[0] | Stop-ProvTask -WhatIf", id)).ShouldSucceed();
        (await host.RunAsync("(Get-ProvTask $args[0]).TaskState -eq 'Canceled'", id)).ShouldSucceed().Output[0].BaseObject.Should().Be(false);

        (await host.RunAsync("Get-ProvTask -Active $true | Where-Object TaskId -eq $args[0] | Stop-ProvTask", id)).ShouldSucceed();
        (await _server.WaitForOperationAsync(id)).TaskState.Should().Be("Canceled");
        (await host.RunAsync("Stop-ProvTask $args[0]", id)).ShouldFail("InvalidWorkflow").TargetObject.Should().Be(id);
        (await host.RunAsync("Get-ProvTask $args[0] | Remove-ProvTask -WhatIf; Get-ProvTask $args[0] | Remove-ProvTask", id)).ShouldSucceed();
        (await host.RunAsync("Get-ProvTask $args[0]", id)).ShouldFail("UnknownObject").CategoryInfo.Category.Should().Be(ErrorCategory.ObjectNotFound);
        (await host.RunAsync("Remove-ProvTask $args[0]; Stop-ProvTask $args[0]", id)).Errors.Should().HaveCount(2)
            .And.OnlyContain(error => error.FullyQualifiedErrorId.StartsWith("InvalidWorkflow,", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Metadata_is_added_set_found_and_removed()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var id = (Guid)(await host.RunAsync("$id = " + Preparations.Script + "-RunAsynchronously; $id", await Preparations.MasterAsync(_server))).ShouldSucceed().Output[0].BaseObject;
        (await host.RunAsync("Get-ProvTask $id | Add-ProvTaskMetadata -Name Ticket -Value CHG-1; Add-ProvTaskMetadata -TaskId $id -Map @{ Owner = 'us'; Cost = 7 }"))
            .ShouldSucceed().Output.Should().BeEmpty();
        (await host.RunAsync("Add-ProvTaskMetadata $id -Name ticket -Value CHG-2")).ShouldFail("DuplicateObject");
        (await host.RunAsync("Set-ProvTaskMetadata $id -Name Ticket -Value CHG-3; Remove-ProvTaskMetadata $id -Name Cost; Remove-ProvTaskMetadata $id -Map @{ None = 1 }"))
            .ShouldSucceed();
        var metadata = (TaskMetadata[])(await host.RunAsync("Get-ProvTask -Metadata 'ticket:CHG-*'")).ShouldSucceed()["Metadata"]!;
        metadata.Select(entry => entry.ToString()).Should().BeEquivalentTo("Owner:us", "Ticket:CHG-3");
        (await host.RunAsync("Get-ProvTask -Metadata 'Ticket:CHG-1'")).ShouldSucceed().Output.Should().BeEmpty();
        (await host.RunAsync("Set-ProvTaskMetadata $args[0] -Name a -Value b", Guid.NewGuid())).ShouldFail("UnknownObject");
        await _server.WaitForOperationAsync(id);
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Type_and_activity_narrow_the_list()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var ended = (await host.RunAsync(Preparations.Script, await Preparations.MasterAsync(_server))).ShouldSucceed()["TaskId"];
        var tasks = await host.RunAsync("Get-ProvTask -Type NewProvImageVersionSpec -Active $false");
        tasks.ShouldSucceed().Output.Select(task => task.Properties["TaskId"].Value).Should().Contain(ended!);
        (await host.RunAsync("Get-ProvTask -Type PublishImage")).ShouldSucceed().Output.Should().BeEmpty();
    }
}
