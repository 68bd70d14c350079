using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests.Simulated;

public sealed class SweepTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_carries_the_tags_is_listed_and_removed_and_nothing_else()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();
        var before = Ids(aws);
        var group = await aws.ClosedGroupAsync(access);
        var instance = await aws.StoppedInstanceAsync(access, group);
        await aws.Cloud.CaptureImageAsync(access, new ImageCapture(instance, "Win10 v1", "prepared", Cloud.Tags()), Ct);
        aws.Advance(600);

        var owned = await aws.Cloud.ListOwnedAsync(access, Ct);
        owned.Select(resource => resource.Kind).Distinct().Should().BeEquivalentTo(Enum.GetValues<OwnedResourceKind>());
        owned.Should().OnlyContain(resource => resource.OperationId != null && resource.Reference != null);

        foreach (var used in owned.Where(resource => resource.Kind is not (OwnedResourceKind.Instance or OwnedResourceKind.Image)))
        {
            (await aws.Cloud.RemoveOwnedAsync(access, used, Ct)).Should().BeFalse("the instance or the image still uses it");
        }

        (await aws.Cloud.RemoveOwnedAsync(access, owned.Single(resource => resource.Kind == OwnedResourceKind.Instance), Ct)).Should().BeTrue();
        (await aws.Cloud.RemoveOwnedAsync(access, owned.Single(resource => resource.Kind == OwnedResourceKind.Image), Ct)).Should().BeTrue();
        aws.Advance(60);
        (await aws.Cloud.RemoveOwnedAsync(access, owned.Single(resource => resource.Kind == OwnedResourceKind.IsolationGroup), Ct)).Should().BeTrue();

        (await aws.Cloud.ListOwnedAsync(access, Ct)).Should().BeEmpty();
        foreach (var gone in owned)
        {
            (await aws.Cloud.RemoveOwnedAsync(access, gone, Ct)).Should().BeTrue("it is gone already");
        }

        Ids(aws).Should().BeEquivalentTo(before);
    }

    private static string[] Ids(SimulatedAws aws) =>
        [.. aws.Server.Resources(SimulatedAws.Account, "us-east-1").Where(resource => resource.State != "terminated").Select(resource => resource.Id)];
}
