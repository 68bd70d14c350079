using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests.Simulated;

/// <summary>What was made a moment ago may be missing for a while: that is transient, never "not found".</summary>
public sealed class NotVisibleYetTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_group_made_a_moment_ago_is_closed_later()
    {
        await using var aws = await SimulatedAws.StartAsync(consistencySeconds: 5);
        var access = aws.As();
        var group = await aws.Cloud.CreateIsolationGroupAsync(access, SimulatedAws.Vpc, Cloud.Tags(), Ct);

        await NotYet(() => aws.Cloud.CloseIsolationGroupAsync(access, group, Ct));
        (await aws.Cloud.FindIsolationGroupAsync(access, SimulatedAws.Vpc, Ct)).Should().BeNull();
        await NotYet(() => aws.Cloud.CreateIsolationGroupAsync(access, SimulatedAws.Vpc, Cloud.Tags(), Ct));

        aws.Advance(6);
        (await aws.Cloud.CloseIsolationGroupAsync(access, group, Ct)).Should().Be(0);
        (await aws.Cloud.FindIsolationGroupAsync(access, SimulatedAws.Vpc, Ct)).Should().Be(group);
    }

    [Fact]
    public async Task An_image_captured_twice_is_the_earlier_one_once_it_shows()
    {
        await using var aws = await SimulatedAws.StartAsync(consistencySeconds: 5);
        var access = aws.As();
        var group = await aws.Cloud.CreateIsolationGroupAsync(access, SimulatedAws.Vpc, Cloud.Tags(), Ct);
        aws.Advance(6);
        var instance = await aws.StoppedInstanceAsync(access, group);
        var capture = new ImageCapture(instance, "Win10 v1", "prepared", Cloud.Tags());
        var image = await aws.Cloud.CaptureImageAsync(access, capture, Ct);

        (await aws.Cloud.FindImageAsync(access, capture.Name, Ct)).Should().BeNull();
        await NotYet(() => aws.Cloud.CaptureImageAsync(access, capture, Ct));

        aws.Advance(6);
        (await aws.Cloud.FindImageAsync(access, capture.Name, Ct))!.ImageId.Should().Be(image);
    }

    private static async Task NotYet(Func<Task> call)
    {
        var failure = (await FluentActions.Awaiting(call).Should().ThrowAsync<CloudException>()).Which;
        failure.Error.Definition.Should().Be(CloudErrors.NotVisibleYet);
        failure.IsTransient.Should().BeTrue();
    }
}
