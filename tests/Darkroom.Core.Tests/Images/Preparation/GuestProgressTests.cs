using Darkroom.Contracts.Operations;
using Darkroom.Core.Operations;
using Darkroom.Core.Tests.Operations;

namespace Darkroom.Core.Tests.Images.Preparation;

public sealed class GuestProgressTests
{
    [Fact]
    public async Task What_a_guest_says_is_there_as_it_is_read_with_what_is_still_awaited()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync()).OperationId;
        (await harness.ShowAsync(operation)).Guest.Should().BeNull("there is no guest yet");
        using var follower = harness.Get<OperationSignals>().Follow(operation);

        await harness.DriveUntilAsync(operation, o => o.Guest?.BegunAt is not null);
        var begun = (await harness.ShowAsync(operation)).Guest!;
        begun.Should().BeEquivalentTo(new { IsAwaited = true, EndedAt = (DateTimeOffset?)null });
        begun.Items.Select(item => item.Name).Should().Equal(
            "EnableDHCP", "OsRearm", "OfficeRearm", "OperatingSystem", "OsBuild", "AgentVersion", "MCSIO", "SessionSupport", "IdentityJoinStatus");
        begun.Items.Where(item => item.Kind == GuestItemKind.Fact).Should().OnlyContain(item => item.Value == null && item.At == null);

        var ended = await harness.DriveAsync(operation);

        ended.State.Should().Be(OperationState.Succeeded);
        ended.Guest!.IsAwaited.Should().BeFalse();
        ended.Guest.EndedAt.Should().BeAfter(begun.BegunAt!.Value);
        ended.Guest.Items.Should().OnlyContain(item => item.Value != null && item.At != null);
        ended.Guest.Items[0].Value.Should().Be("Done");
        ended.Guest.Items.Single(item => item.Name == "AgentVersion").Value.Should().StartWith("2411");
        ended.Guest.Items[0].At.Should().BeBefore(ended.Guest.Items[^1].At!.Value);
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Of_a_silent_guest_nothing_is_said_and_nothing_awaited_any_more()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync(PreparationScenario.Master("win10-silent-ami (ami-0a5113000000000a3)"))).OperationId;

        var held = await harness.DriveAsync(operation);

        held.Error!.Code.Should().Be("GuestSilent");
        held.Guest.Should().BeEquivalentTo(new { IsAwaited = false, BegunAt = (DateTimeOffset?)null, EndedAt = (DateTimeOffset?)null });
        held.Guest!.Items.Should().OnlyContain(item => item.Value == null);
    }
}
