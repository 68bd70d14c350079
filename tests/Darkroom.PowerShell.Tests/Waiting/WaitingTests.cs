using System.Management.Automation;
using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.Tasks;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Waiting;

/// <summary>A cmdlet that waits for its task: what it shows meanwhile, and what it returns however that ends.</summary>
[Trait("Suite", "full")]
public sealed class WaitingTests(DemoFixture fixture) : IClassFixture<DemoFixture>
{
    private readonly DarkroomServer _server = fixture.Server;

    [Fact]
    public async Task Progress_has_step_percentage_and_last_event_and_the_task_comes_in_the_end()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var result = await host.RunAsync(Preparations.Script, await Preparations.MasterAsync(_server));
        result.ShouldSucceed();
        result["TaskState"].Should().Be(ProvTaskState.Finished);
        result["TaskStateInformation"].Should().Be("Completed");
        result["ImageVersionSpecUid"].Should().BeOfType<Guid>().Which.Should().NotBeEmpty();

        var records = result.Progress.Where(record => record.RecordType == ProgressRecordType.Processing).ToList();
        records.Should().Contain(record => record.StatusDescription.StartsWith("AwaitGuest", StringComparison.Ordinal) && record.CurrentOperation.Length > 0);
        records.Select(record => record.PercentComplete).Should().BeInAscendingOrder().And.Contain(percent => percent > 0);
        records.Should().OnlyContain(record => record.Activity.StartsWith("Prepare image", StringComparison.Ordinal));
        result.Progress[^1].RecordType.Should().Be(ProgressRecordType.Completed);
    }

    [Fact]
    public async Task A_task_that_fails_is_returned_and_its_error_is_written_after_it()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var result = await host.RunAsync(
            "$task = " + Preparations.Script + "; if ($task.TaskState -ne 'Finished') { $task }", await Preparations.MasterAsync(_server, Preparations.SilentMaster));
        var error = result.ShouldFail("GuestSilent");
        error.TargetObject.Should().Be(result["TaskId"]);
        error.ErrorDetails.RecommendedAction.Should().Contain("is kept until").And.Contain("Get-ProvImagePrepVM").And.Contain($"/operations/{result["TaskId"]}/retry");
        result["Active"].Should().Be(false);
        result["TaskState"].Should().Be(ProvTaskState.InvalidMasterVMState);
        result["TaskStateInformation"].Should().Be(error.ErrorDetails.Message);
        result["TerminatingError"].Should().BeOfType<TaskTerminatingError>().Which.ExceptionType.Should().Be("GuestSilent");
        result["DateFinished"].Should().BeOfType<DateTime>().Which.Should().BeAfter((DateTime)result["DateStarted"]!);
    }

    [Fact]
    public async Task A_task_that_failed_before_it_made_anything_does_not_say_that_something_is_kept()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var definition = $"linux {Guid.NewGuid():N}";
        var error = (await host.RunAsync(
            """
            $null = New-ProvImageDefinition $args[0] -OsType Linux -VDASessionSupport MultiSession
            $null = Add-ProvImageDefinitionConnection $args[0] demo
            $null = New-ProvImageVersion $args[0]
            $master = Add-ProvImageVersionSpec -ImageDefinitionName $args[0] -HostingUnitName demo -MasterImagePath 'win10-2411-ami (ami-00123456789abcdef).template'
            $null = New-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid -MachineProfile 'w2022-2411 (lt-00123456789abcdef).launchtemplate/lt-00123456789abcdef (1).launchtemplateversion'
            """,
            definition)).ShouldFail("MasterImageOsMismatch");
        error.ErrorDetails.RecommendedAction.Should().Contain("There is nothing to take back").And.Contain("Remove-ProvImageVersionSpec").And.NotContain("kept").And.NotContain("Get-ProvImagePrepVM");
    }

    [Theory]
    [InlineData("Continue", true)]
    [InlineData("Stop", false)]
    public async Task A_task_that_fails_is_written_before_its_error_whether_that_ends_the_script_or_not(string preference, bool goesOn)
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var result = await host.RunAsync(
            "$ErrorActionPreference = $args[1]; " + Preparations.Script + " | ForEach-Object { $seen = $_ }; 'went on'",
            await Preparations.MasterAsync(_server, Preparations.SilentMaster),
            preference);
        var error = result.ShouldFail("GuestSilent");
        (result.Output.Count > 0).Should().Be(goesOn);
        var seen = await host.RunAsync("$seen");
        seen["TaskState"].Should().Be(ProvTaskState.InvalidMasterVMState);
        seen["TaskId"].Should().Be(error.TargetObject);
    }

    [Fact]
    public async Task A_record_is_gone_before_the_task_is_taken()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var result = await host.RunAsync(
            Preparations.Script + "-PurgeJobOnSuccess | ForEach-Object { $_.TaskId; throw 'taken' }", await Preparations.MasterAsync(_server));
        (await host.RunAsync("Get-ProvTask -TaskId $args[0]", result.Output.Should().ContainSingle().Subject.BaseObject)).ShouldFail("UnknownObject");
    }

    [Fact]
    public async Task A_task_that_somebody_else_cancels_is_returned_as_canceled()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        using var script = await Preparations.BeginAsync(_server, host);
        await _server.Operator.Operations.CancelAsync(await Preparations.AtWorkAsync(_server), ct: TestContext.Current.CancellationToken);
        var result = await script.EndAsync();
        result.ShouldFail("OperationCanceled").CategoryInfo.Category.Should().Be(ErrorCategory.OperationStopped);
        result["TaskState"].Should().Be(ProvTaskState.Canceled);
        result["Active"].Should().Be(false);
    }

    [Fact]
    public async Task Stopping_the_pipeline_leaves_the_task_at_work_and_says_how_to_follow_it()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        using var script = await Preparations.BeginAsync(_server, host);
        var task = await Preparations.AtWorkAsync(_server);
        await script.StopAsync();
        host.Screen.Should().Contain($"Get-ProvTask -TaskId {task}").And.Contain($"Stop-ProvTask -TaskId {task}");
        (await _server.WaitForOperationAsync(task)).State.Should().Be(OperationState.Succeeded);
    }

    [Fact]
    public async Task A_record_that_is_not_wanted_is_gone_when_the_task_has_ended_well()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var result = await host.RunAsync(Preparations.Script + "-PurgeJobOnSuccess", await Preparations.MasterAsync(_server));
        result.ShouldSucceed()["TaskState"].Should().Be(ProvTaskState.Finished);
        (await host.RunAsync("Get-ProvTask -TaskId $args[0]", result["TaskId"])).ShouldFail("UnknownObject");
    }
}
