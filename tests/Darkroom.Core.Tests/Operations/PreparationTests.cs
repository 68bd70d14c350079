using Darkroom.Contracts.Operations;

namespace Darkroom.Core.Tests.Operations;

public sealed class PreparationTests
{
    [Fact]
    public async Task A_preparation_adds_one_image_its_snapshots_and_the_isolation_group()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var started = await harness.PrepareAsync();

        var operation = await harness.DriveAsync(started.OperationId);

        operation.State.Should().Be(OperationState.Succeeded, operation.Error?.ToString());
        (await harness.NewSinceAsync(before)).Should().BeEquivalentTo(new Dictionary<string, int> { ["image"] = 1, ["snapshot"] = 1, ["security-group"] = 1 });
    }
}
