using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations;

/// <summary>What a removal that doesn't finish leaves.</summary>
public sealed class RemovalTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task An_image_of_unknown_fate_makes_the_spec_a_failure_and_removing_again_finishes_it()
    {
        await using var harness = await OperationHarness.StartAsync();
        var spec = await harness.PreparedAsync();
        harness.Faults.FailAt = 2;

        var started = await harness.RemoveAsync(spec);
        (await harness.DriveAsync(started.OperationId)).Steps.Single(s => s.Error != null).Name.Should().Be("DeregisterImage");

        (await StatusAsync(harness, spec)).Should().Be(ImageVersionSpecStatus.Failed);
        (await harness.DriveAsync((await harness.RemoveAsync(spec)).OperationId)).State.Should().Be(OperationState.Succeeded);
        harness.Listing().SelectMany(ids => ids).Should().NotContain([PreparedImage.Id, PreparedImage.Snapshot]);
        await FluentActions.Awaiting(() => StatusAsync(harness, spec)).Should().ThrowAsync<DarkroomException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_removal_that_is_cancelled_before_the_image_is_touched_gives_the_spec_back(int done)
    {
        await using var harness = await OperationHarness.StartAsync();
        var spec = await harness.PreparedAsync();
        var started = await harness.RemoveAsync(spec);
        (await StatusAsync(harness, spec)).Should().Be(ImageVersionSpecStatus.Deleting);
        await harness.DriveUntilAsync(started.OperationId, o => o.Steps[done].State == StepState.Succeeded);

        await harness.Get<CancelOperation>().HandleAsync(harness.Caller, started.OperationId, Ct);
        (await harness.DriveAsync(started.OperationId)).State.Should().Be(OperationState.Canceled);

        (await StatusAsync(harness, spec)).Should().Be(ImageVersionSpecStatus.Success);
        harness.Listing().SelectMany(ids => ids).Should().Contain([PreparedImage.Id, PreparedImage.Snapshot]);
    }

    [Fact]
    public async Task A_held_preparation_is_taken_back_before_its_spec_goes()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var preparation = await harness.PrepareAsync(RetryTests.OldAgent);
        (await harness.DriveAsync(preparation.OperationId)).State.Should().Be(OperationState.Held);

        var removal = await harness.RemoveAsync(preparation.ImageVersionSpecUid);
        var retrying = () => harness.Get<RetryOperation>().HandleAsync(harness.Caller, preparation.OperationId, new RetryOperationRequest(), Ct);
        await retrying.Should().ThrowAsync<DarkroomException>();
        (await harness.DriveAsync(preparation.OperationId)).State.Should().Be(OperationState.Failed);
        await retrying.Should().ThrowAsync<DarkroomException>().Where(e => e.Error.Code == "ImageRemovalInProgress");
        (await harness.DriveAsync(removal.OperationId)).State.Should().Be(OperationState.Succeeded);

        (await harness.NewSinceAsync(before)).Keys.Should().BeSubsetOf(["security-group"]);
    }

    private static async Task<ImageVersionSpecStatus> StatusAsync(OperationHarness harness, Guid spec) =>
        (await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, spec, Ct)).ImageVersionSpecStatus;
}
