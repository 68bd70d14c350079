using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Preparation;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Simulator.Control;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Tests.Operations;

public sealed class PreparationTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_preparation_adds_one_image_its_snapshots_and_the_isolation_group()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var started = await harness.PrepareAsync();

        var operation = await harness.DriveAsync(started.OperationId);

        operation.State.Should().Be(OperationState.Succeeded, operation.Error?.ToString());
        operation.TaskState.Should().Be("Finished");
        operation.Progress.Should().Be(100);
        operation.Leftovers.Should().BeEmpty();
        (await harness.NewSinceAsync(before)).Should().BeEquivalentTo(new Dictionary<string, int> { ["image"] = 1, ["snapshot"] = 1, ["security-group"] = 1 });
        var spec = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, started.ImageVersionSpecUid, Ct);
        spec.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Success);
        spec.ImageId.Should().StartWith("ami-");
        spec.DiskSize.Should().BePositive();
        spec.ImageRuntimeInfo!.Verdict.Should().Be("Verified");
        var image = harness.Simulator.Resources(OperationHarness.Account, OperationHarness.Region).Single(r => r.Id == spec.ImageId);
        image.Tags.Should().Contain("darkroom:operation", started.OperationId.ToString()).And.ContainKeys("darkroom:ref", "darkroom:connection")
            .And.Contain("darkroom:image-definition", "image1").And.Contain("darkroom:image-version", "1");
    }

    [Theory]
    [InlineData("win10-no-mcsio-ami (ami-0a0110000000000a2)", "McsIoMissing")]
    [InlineData("win10-no-agent-ami (ami-0a0a6e000000000a7)", "AgentMissing")]
    [InlineData("win10-silent-ami (ami-0a5113000000000a3)", "GuestSilent")]
    [InlineData("win11-2411-ami (ami-0a1124110000000a1)", "SessionSupportMismatch")]
    public async Task An_image_that_will_not_do_is_named_for_what_it_lacks(string ami, string code)
    {
        await using var harness = await OperationHarness.StartAsync();
        var started = await harness.PrepareAsync(PreparationScenario.Master(ami));

        var held = await harness.DriveAsync(started.OperationId);

        held.State.Should().Be(OperationState.Held);
        held.Error!.Code.Should().Be(code);
        held.Error.Remedy.Should().NotBeEmpty();
        held.TaskState.Should().StartWith("InvalidMasterVM");
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_silent_guest_is_a_warning_where_the_connection_allows_unverified_ones()
    {
        await using var harness = await OperationHarness.StartAsync();
        var started = await harness.PrepareAsync(PreparationScenario.Master("win10-silent-ami (ami-0a5113000000000a3)"));
        await harness.Get<UpdateConnection>().HandleAsync(
            harness.Caller, PreparationScenario.Unit, new UpdateConnectionRequest { AllowUnverifiedGuests = true }, null, Ct);

        (await harness.DriveAsync(started.OperationId)).State.Should().Be(OperationState.Succeeded);

        var spec = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, started.ImageVersionSpecUid, Ct);
        spec.ImageRuntimeInfo!.Verdict.Should().Be("Unverified");
        spec.Warnings.Should().Contain(w => w.Code == "GuestSilent");
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_console_that_was_slow_to_answer_is_read_again_before_the_guest_is_called_silent()
    {
        await using var harness = await OperationHarness.StartAsync();
        var started = await harness.PrepareAsync();
        await harness.DriveUntilAsync(started.OperationId, o => o.Steps.Single(s => s.Name == "AwaitGuest").State == StepState.Running);
        var reads = 0;
        harness.Failpoints.AfterCall = call =>
        {
            if (call == nameof(ICloud.ReadConsoleAsync) && reads++ == 0)
            {
                harness.Simulator.Clock.Advance(TimeSpan.FromMinutes(11));
            }
        };

        var operation = await harness.DriveAsync(started.OperationId);

        operation.State.Should().Be(OperationState.Succeeded, operation.Error?.ToString());
        reads.Should().Be(2);
    }

    [Fact]
    public async Task A_guest_that_never_shuts_down_fails_at_its_deadline_with_the_console_as_evidence()
    {
        await using var harness = await OperationHarness.StartAsync();
        var request = new PrepareImageRequest { MachineProfile = PreparationScenario.Profile, PreparationTimeoutMinutes = 5 };
        var started = await harness.PrepareAsync(PreparationScenario.Master("win10-hangs-ami (ami-0a4a46000000000a4)"), request);

        var held = await harness.DriveAsync(started.OperationId);

        held.Error!.Code.Should().Be("GuestTimedOut");
        held.Error.Message.Should().Contain("5 minutes");
        held.Steps[3].State.Should().Be(StepState.Failed);
    }

    [Fact]
    public async Task A_rearm_that_has_run_out_is_a_warning()
    {
        await using var harness = await OperationHarness.StartAsync();
        var started = await harness.PrepareAsync(PreparationScenario.Master("win10-rearm-spent-ami (ami-0a4ea4000000000a6)"));

        (await harness.DriveAsync(started.OperationId)).State.Should().Be(OperationState.Succeeded);

        var spec = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, started.ImageVersionSpecUid, Ct);
        spec.Warnings.Should().Contain(w => w.Code == "ImagePreparationOSRearmCountExceeded");
    }

    [Theory]
    [InlineData("RunInstances", "RequestLimitExceeded", 503)]
    [InlineData("CreateImage", "InternalError", 500)]
    [InlineData("DescribeImages", "Unavailable", 503)]
    [InlineData("ModifyImageAttribute", "RequestLimitExceeded", 503)]
    [InlineData("TerminateInstances", "InternalError", 500)]
    public async Task A_fault_that_passes_is_waited_out(string action, string code, int status)
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var started = await harness.PrepareAsync();
        await harness.DrivePastPrerequisitesAsync(started.OperationId);
        harness.Simulator.Faults.Add(new Fault(action, FaultEffect.ErrorBefore, Count: 3, ErrorCode: code, ErrorStatus: status));

        (await harness.DriveAsync(started.OperationId)).State.Should().Be(OperationState.Succeeded);

        (await harness.NewSinceAsync(before)).Should().BeEquivalentTo(new Dictionary<string, int> { ["image"] = 1, ["snapshot"] = 1, ["security-group"] = 1 });
    }

    [Theory]
    [InlineData("RunInstances")]
    [InlineData("CreateImage")]
    [InlineData("CreateSecurityGroup")]
    public async Task A_creating_call_whose_answer_is_lost_makes_one_resource(string action)
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var started = await harness.PrepareAsync();
        await harness.DrivePastPrerequisitesAsync(started.OperationId);
        harness.Simulator.Faults.Add(new Fault(action, FaultEffect.DropResponse, Count: 1));

        var ended = await harness.DriveAsync(started.OperationId);

        ended.State.Should().Be(OperationState.Succeeded, ended.Error?.ToString());
        (await harness.NewSinceAsync(before)).Should().BeEquivalentTo(new Dictionary<string, int> { ["image"] = 1, ["snapshot"] = 1, ["security-group"] = 1 });
    }

    [Fact]
    public async Task A_launch_whose_answer_is_lost_is_found_again_after_an_upgrade_has_changed_the_script()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var operation = (await harness.PrepareAsync()).OperationId;
        await LoseLaunchAndChangeScriptAsync(harness, operation);

        var ended = await harness.DriveAsync(operation);

        ended.State.Should().Be(OperationState.Succeeded, ended.Error?.ToString());
        harness.Simulator.Journal.Read().Should().Contain(call => call.Outcome == "IdempotentParameterMismatch");
        harness.EverMade(before)["instance"].Should().Be(1);
        (await harness.NewSinceAsync(before)).Should().BeEquivalentTo(new Dictionary<string, int> { ["image"] = 1, ["snapshot"] = 1, ["security-group"] = 1 });
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_lost_launch_that_somebody_has_terminated_meanwhile_fails_at_the_deadline_and_is_launched_anew_by_a_retry()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync()).OperationId;
        await LoseLaunchAndChangeScriptAsync(harness, operation);
        await harness.Clock.Delay(TimeSpan.FromMinutes(1), Ct);
        var launched = harness.Simulator.Resources(OperationHarness.Account, OperationHarness.Region)
            .Single(r => r.Type == "instance" && r.Tags.GetValueOrDefault("darkroom:operation") == operation.ToString());
        await harness.Get<ICloud>().TerminateInstanceAsync(await harness.AccessAsync(), launched.Id, Ct);
        await harness.Clock.Delay(TimeSpan.FromMinutes(1), Ct);

        var held = await harness.DriveAsync(operation);
        (held.State, held.Error!.Code).Should().Be((OperationState.Held, "StepTimedOut"));

        await harness.Get<RetryOperation>().HandleAsync(harness.Caller, operation, new RetryOperationRequest(), Ct);
        (await harness.DriveAsync(operation)).State.Should().Be(OperationState.Succeeded);
    }

    [Fact]
    public async Task All_prerequisites_that_are_not_met_are_told_at_once()
    {
        await using var harness = await OperationHarness.StartAsync();
        var started = await harness.PrepareAsync();
        harness.Simulator.Faults.Add(new Fault(
            "CreateImage", FaultEffect.ErrorBefore, ErrorCode: "UnauthorizedOperation", ErrorStatus: 403));
        harness.Simulator.Faults.Add(new Fault(
            "TerminateInstances", FaultEffect.ErrorBefore, ErrorCode: "UnauthorizedOperation", ErrorStatus: 403));

        var held = await harness.DriveAsync(started.OperationId);

        held.Error!.Code.Should().Be("PrerequisitesNotMet");
        held.Steps[0].State.Should().Be(StepState.Failed);
        var spec = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, started.ImageVersionSpecUid, Ct);
        spec.Errors.Count(e => e.Code == "MissingPermission").Should().Be(2);
        spec.Errors.Should().Contain(e => e.Message.Contains("ec2:CreateImage")).And.Contain(e => e.Message.Contains("ec2:TerminateInstances"));
    }

    /// <summary>The host is lost with the launch's answer, and the next one renders another script.</summary>
    private static async Task LoseLaunchAndChangeScriptAsync(OperationHarness harness, Guid operation)
    {
        await harness.DrivePastPrerequisitesAsync(operation);
        harness.Simulator.Faults.Add(new Fault("RunInstances", FaultEffect.DropResponse, Count: 1));
        await harness.DriveUntilAsync(operation, _ => harness.Simulator.Journal.Read().Any(call => call is { Action: "RunInstances", Outcome: "dropped" }));
        await using var db = await harness.OpenAsync();
        var row = await db.Operations.SingleAsync(o => o.Id == operation, Ct);
        row.Input = StoredJson.Write(StoredJson.Read<PreparationInput>(row.Input) with { ExcludedSteps = [GuestStep.OfficeRearm] });
        await db.SaveChangesAsync(Ct);
    }
}
