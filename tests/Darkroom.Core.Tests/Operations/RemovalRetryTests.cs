using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;
using Darkroom.Core.Operations;
using Darkroom.Simulator.Control;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Tests.Operations;

/// <summary>Between the end of an operation and its Retry others work on the same spec; the Retry meets the rules that a new operation would meet.</summary>
public sealed class RemovalRetryTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_removal_is_not_retried_while_a_share_is_at_work()
    {
        await using var harness = await OperationHarness.StartAsync();
        var spec = await harness.PreparedAsync();
        var removal = await CanceledRemovalAsync(harness, spec);
        await harness.ShareAsync(spec);

        await RetryingAsync(harness, removal, "ImageVersionSpecShareAtWork");
    }

    [Fact]
    public async Task A_removal_is_not_retried_while_the_spec_is_prepared_again()
    {
        await using var harness = await OperationHarness.StartAsync();
        var (preparation, removal) = await CanceledRemovalOfHeldAsync(harness);
        await RetryAsync(harness, preparation);

        await RetryingAsync(harness, removal, "ImagePreparationInProgress");
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_removal_that_is_retried_discards_what_is_held_by_then()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var (preparation, removal) = await CanceledRemovalOfHeldAsync(harness);
        await RetryAsync(harness, preparation);
        (await harness.DriveAsync(preparation)).State.Should().Be(OperationState.Held);

        await RetryAsync(harness, removal);
        (await harness.DriveAsync(preparation)).State.Should().Be(OperationState.Failed);
        (await harness.DriveAsync(removal)).State.Should().Be(OperationState.Succeeded);

        (await harness.NewSinceAsync(before)).Keys.Should().Equal("security-group");
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_removal_that_is_retried_takes_the_image_that_was_prepared_meanwhile()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var (preparation, removal) = await CanceledRemovalOfHeldAsync(harness);
        await harness.Get<RetryOperation>().HandleAsync(
            harness.Caller, preparation, new RetryOperationRequest { MasterImagePath = PreparationScenario.GoodMaster }, Ct);
        (await harness.DriveAsync(preparation)).State.Should().Be(OperationState.Succeeded);
        (await harness.NewSinceAsync(before)).Should().ContainKey("image");

        await RetryAsync(harness, removal);
        (await harness.DriveAsync(removal)).State.Should().Be(OperationState.Succeeded);

        (await harness.NewSinceAsync(before)).Keys.Should().Equal("security-group");
    }

    [Fact]
    public async Task A_share_is_not_unshared_by_a_Retry_while_its_spec_is_being_removed()
    {
        await using var harness = await OperationHarness.StartAsync();
        var spec = await harness.SharedAsync();
        var unsharing = (await harness.UnshareAsync(spec)).OperationId;
        await CancelAsync(harness, unsharing);
        await harness.RemoveAsync(spec);

        await RetryingAsync(harness, unsharing, "ImageRemovalInProgress");
    }

    [Fact]
    public async Task A_preparation_that_is_cancelled_while_its_spec_is_being_removed_lets_nothing_else_begin()
    {
        await using var harness = await OperationHarness.StartAsync();
        var preparation = await harness.HeldAsync();
        await harness.RemoveAsync(preparation.ImageVersionSpecUid);

        await CancelAsync(harness, preparation.OperationId);

        await using var db = await harness.OpenAsync();
        (await db.ImageVersionSpecs.SingleAsync(s => s.Uid == preparation.ImageVersionSpecUid, Ct)).Status.Should().Be(ImageVersionSpecStatus.Deleting);
        await RetryingAsync(harness, preparation.OperationId, "ImageRemovalInProgress");
    }

    [Fact]
    public async Task A_removal_that_failed_gives_its_spec_back_once_and_leaves_it_to_the_next()
    {
        await using var harness = await OperationHarness.StartAsync();
        var spec = await harness.PreparedAsync();
        harness.Simulator.Faults.Add(new Fault("DeregisterImage", FaultEffect.ErrorBefore, Count: 1, ErrorCode: "OperationNotPermitted", ErrorStatus: 400));
        var first = (await harness.RemoveAsync(spec)).OperationId;
        await harness.DriveUntilAsync(first, operation => operation.State == OperationState.Undoing);
        var second = (await harness.RemoveAsync(spec)).OperationId;

        (await harness.DriveAsync(first)).State.Should().Be(OperationState.Failed);

        await using (var db = await harness.OpenAsync())
        {
            (await db.ImageVersionSpecs.SingleAsync(s => s.Uid == spec, Ct)).Status.Should().Be(ImageVersionSpecStatus.Deleting);
        }

        (await harness.DriveAsync(second)).State.Should().Be(OperationState.Succeeded);
    }

    private static async Task<Guid> CanceledRemovalAsync(OperationHarness harness, Guid spec)
    {
        var removal = (await harness.RemoveAsync(spec)).OperationId;
        await CancelAsync(harness, removal);
        return removal;
    }

    /// <summary>The preparation is discarded by the removal, which is cancelled before it goes on.</summary>
    private static async Task<(Guid Preparation, Guid Removal)> CanceledRemovalOfHeldAsync(OperationHarness harness)
    {
        var preparation = await harness.HeldAsync();
        var removal = await CanceledRemovalAsync(harness, preparation.ImageVersionSpecUid);
        (await harness.DriveAsync(preparation.OperationId)).State.Should().Be(OperationState.Failed);
        return (preparation.OperationId, removal);
    }

    private static async Task CancelAsync(OperationHarness harness, Guid operation)
    {
        await harness.Get<CancelOperation>().HandleAsync(harness.Caller, operation, Ct);
        (await harness.DriveAsync(operation)).State.Should().Be(OperationState.Canceled);
    }

    private static Task<OperationDto> RetryAsync(OperationHarness harness, Guid operation) =>
        harness.Get<RetryOperation>().HandleAsync(harness.Caller, operation, new RetryOperationRequest(), Ct);

    private static async Task RetryingAsync(OperationHarness harness, Guid operation, string refusal) =>
        (await FluentActions.Awaiting(() => RetryAsync(harness, operation)).Should().ThrowAsync<DarkroomException>()).Which.Errors[0].Code.Should().Be(refusal);
}
