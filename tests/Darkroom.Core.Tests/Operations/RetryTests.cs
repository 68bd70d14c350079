using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Operations;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Tests.Operations;

[Trait("Suite", "full")]
public sealed class RetryTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_retry_repeats_no_step_before_the_one_that_failed()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync()).OperationId;
        harness.Simulator.Capacity.Set("us-east-1a", null, 0);
        var held = await harness.DriveAsync(operation);
        held.Error!.Code.Should().Be("InsufficientCapacity");
        held.TaskState.Should().Be("InsufficientResources");
        held.CanRetry.Should().BeTrue();

        harness.Simulator.Capacity.Set("us-east-1a", null, null);
        await harness.Get<RetryOperation>().HandleAsync(harness.Caller, operation, new RetryOperationRequest(), Ct);
        var ended = await harness.DriveAsync(operation);

        ended.State.Should().Be(OperationState.Succeeded);
        ended.Attempt.Should().Be(2);
        (await StartsOfAsync(harness, operation)).Should().Contain(new Dictionary<string, int> { ["CheckPrerequisites"] = 1, ["EnsureIsolationGroup"] = 1 })
            .And.Contain("StartPreparationInstance", 2);
    }

    [Fact]
    public async Task A_retry_after_a_refused_guest_starts_with_a_new_preparation_instance()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var operation = (await harness.PrepareAsync(OldAgent)).OperationId;
        (await harness.DriveAsync(operation)).Error!.Code.Should().Be("AgentTooOld");

        await harness.Get<RetryOperation>().HandleAsync(harness.Caller, operation, new RetryOperationRequest(), Ct);
        var held = await harness.DriveAsync(operation);

        held.State.Should().Be(OperationState.Held);
        harness.EverMade(before)["instance"].Should().Be(2);
        (await harness.NewSinceAsync(before)).Should().Contain("instance", 1);
        (await StartsOfAsync(harness, operation))["CheckPrerequisites"].Should().Be(1);
    }

    [Fact]
    public async Task A_retry_with_another_AMI_replaces_the_master_spec_and_begins_at_the_first_step()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var started = await harness.PrepareAsync(OldAgent);
        await harness.DriveAsync(started.OperationId);

        await harness.Get<RetryOperation>().HandleAsync(
            harness.Caller, started.OperationId, new RetryOperationRequest { MasterImagePath = PreparationScenario.GoodMaster }, Ct);
        var ended = await harness.DriveAsync(started.OperationId);

        ended.State.Should().Be(OperationState.Succeeded, ended.Error?.ToString());
        var spec = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, started.ImageVersionSpecUid, Ct);
        var master = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, spec.SourceImageVersionSpecUid, Ct);
        master.MasterImagePath.Should().Be("/win10-2411-ami (ami-00123456789abcdef).template").And.Be(spec.MasterImagePath);
        spec.Errors.Should().BeEmpty();
        await using var db = await harness.OpenAsync();
        var audited = await db.AuditRecords.Where(record => record.Action == nameof(RetryOperation) && record.TargetType == "ImageVersionSpec").ToListAsync(Ct);
        audited.Select(record => record.TargetUid).Should().BeEquivalentTo([master.ImageVersionSpecUid, spec.ImageVersionSpecUid]);
        audited.Should().OnlyContain(record => record.OperationId == started.OperationId && !record.Before!.Contains("ami-00123456789abcdef") && record.After!.Contains("ami-00123456789abcdef"));
        (await StartsOfAsync(harness, started.OperationId))["CheckPrerequisites"].Should().Be(2);
        (await harness.NewSinceAsync(before)).Should().BeEquivalentTo(new Dictionary<string, int> { ["image"] = 1, ["snapshot"] = 1, ["security-group"] = 1 });
    }

    [Fact]
    public async Task A_retry_with_another_AMI_shows_its_disk_size_at_once()
    {
        await using var harness = await OperationHarness.StartAsync();
        var started = await harness.PrepareAsync(OldAgent);
        await harness.DriveAsync(started.OperationId);

        await harness.Get<RetryOperation>().HandleAsync(
            harness.Caller, started.OperationId, new RetryOperationRequest { MasterImagePath = PreparationScenario.Master(SmallDisk) }, Ct);

        var spec = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, started.ImageVersionSpecUid, Ct);
        var master = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, spec.SourceImageVersionSpecUid, Ct);
        (spec.DiskSize, master.DiskSize).Should().Be((20, 20));
    }

    [Fact]
    public async Task A_retry_with_another_size_is_launched_with_it()
    {
        await using var harness = await OperationHarness.StartAsync();
        var started = await harness.PrepareAsync();
        harness.Simulator.Capacity.Set("us-east-1a", null, 0);
        await harness.DriveAsync(started.OperationId);
        harness.Simulator.Capacity.Set("us-east-1a", null, null);

        await harness.Get<RetryOperation>().HandleAsync(
            harness.Caller, started.OperationId, new RetryOperationRequest { ServiceOffering = "m5.large" }, Ct);
        await harness.DriveAsync(started.OperationId);

        var spec = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, started.ImageVersionSpecUid, Ct);
        spec.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Success);
        spec.ImageScheme!.ServiceOffering.Should().Be("m5.large");
        harness.Simulator.Journal.Read().Last(c => c.Action == "RunInstances" && c.Outcome == "OK").Parameters["InstanceType"].Should().Be("m5.large");
    }

    [Fact]
    public async Task An_operation_that_runs_or_has_succeeded_can_not_be_retried()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync()).OperationId;
        await Retrying(harness, operation).Should().ThrowAsync<DarkroomException>().Where(e => e.Error.Code == "OperationNotRetryable");

        await harness.DriveAsync(operation);
        await Retrying(harness, operation).Should().ThrowAsync<DarkroomException>().Where(e => e.Error.Code == "OperationNotRetryable");
    }

    [Fact]
    public async Task A_retry_with_inputs_that_cannot_be_resolved_changes_nothing()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync(OldAgent)).OperationId;
        var held = await harness.DriveAsync(operation);

        var retrying = () => harness.Get<RetryOperation>().HandleAsync(
            harness.Caller, operation, new RetryOperationRequest { MasterImagePath = @"XDHyp:\HostingUnits\wsc\nothing (ami-00000000000000000).template" }, Ct);

        await retrying.Should().ThrowAsync<DarkroomException>().Where(e => e.Error.Code == "InventoryItemNotFound" && e.Error.Field == "masterImagePath");
        (await harness.ShowAsync(operation)).Should().BeEquivalentTo(held);
    }

    [Fact]
    public async Task A_cancelled_preparation_can_be_retried_from_the_first_step()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync()).OperationId;
        await harness.DriveUntilAsync(operation, o => o.Steps[2].State == StepState.Succeeded);
        await harness.Get<CancelOperation>().HandleAsync(harness.Caller, operation, Ct);
        (await harness.DriveAsync(operation)).State.Should().Be(OperationState.Canceled);

        await harness.Get<RetryOperation>().HandleAsync(harness.Caller, operation, new RetryOperationRequest(), Ct);

        (await harness.DriveAsync(operation)).State.Should().Be(OperationState.Succeeded);
    }

    [Fact]
    public async Task A_retry_of_what_was_removed_meanwhile_says_so()
    {
        await using var harness = await OperationHarness.StartAsync();
        var started = await harness.PrepareAsync();
        await harness.Get<CancelOperation>().HandleAsync(harness.Caller, started.OperationId, Ct);
        await harness.DriveAsync(started.OperationId);
        var spec = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, started.ImageVersionSpecUid, Ct);
        await harness.DriveAsync((await harness.RemoveAsync(spec.ImageVersionSpecUid)).OperationId);
        await harness.DriveAsync((await harness.RemoveAsync(spec.SourceImageVersionSpecUid)).OperationId);
        await harness.Get<RemoveHostingUnit>().HandleAsync(harness.Caller, PreparationScenario.Unit, null, Ct);

        foreach (var request in new[] { new RetryOperationRequest(), new RetryOperationRequest { ServiceOffering = "m5.large" } })
        {
            var retrying = () => harness.Get<RetryOperation>().HandleAsync(harness.Caller, started.OperationId, request, Ct);
            await retrying.Should().ThrowAsync<DarkroomException>().Where(e => e.Error.Code == "ImageVersionSpecNotFound");
        }
    }

    internal const string OldAgent = @"XDHyp:\HostingUnits\wsc\win10-2303-ami (ami-0a2303000000000a1).template";

    private const string SmallDisk = "rhel9-2411-ami (ami-0a11a0000000000a9)";

    private static Func<Task> Retrying(OperationHarness harness, Guid operation) =>
        () => harness.Get<RetryOperation>().HandleAsync(harness.Caller, operation, new RetryOperationRequest(), Ct);

    private static async Task<Dictionary<string, int>> StartsOfAsync(OperationHarness harness, Guid operation)
    {
        await using var db = await harness.OpenAsync();
        return await db.OperationEvents.Where(e => e.OperationId == operation && e.Kind == OperationEventKind.StepStarted)
            .GroupBy(e => e.Step!).ToDictionaryAsync(g => g.Key, g => g.Count(), Ct);
    }
}
