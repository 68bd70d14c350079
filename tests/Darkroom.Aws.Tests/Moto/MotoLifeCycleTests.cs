using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests.Moto;

/// <summary>The image life cycle on an EC2 that isn't ours. Where moto differs from AWS the test says so and expects moto's way.</summary>
[Trait("Suite", "full")]
public sealed class MotoLifeCycleTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Zone = "us-east-1a";
    private const string Master = "ami-03cf127a";

    private readonly ICloud cloud = Cloud.Of(new AwsOptions { HttpClients = new MotoClients() });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_is_captured_found_sealed_and_deleted()
    {
        MotoServer.SkipWithoutIt();
        var access = Cloud.Access(moto.Endpoint);
        var subnet = await SubnetAsync(access);
        var vpcId = subnet.Data[CloudItemData.VirtualPrivateCloudId];
        (await cloud.FindIsolationGroupAsync(access, vpcId, Ct)).Should().BeNull();
        var group = await cloud.CreateIsolationGroupAsync(access, vpcId, Cloud.Tags(), Ct);
        (await cloud.CloseIsolationGroupAsync(access, group, Ct)).Should().Be(0);
        (await cloud.FindIsolationGroupAsync(access, vpcId, Ct)).Should().Be(group);

        var instance = await cloud.StartPreparationInstanceAsync(access, Launch(subnet.Id, group), Ct);
        (await cloud.FindInstancesAsync(access, "ref-life-cycle", Ct)).Should().Equal(instance);
        var states = await cloud.DescribeInstancesAsync(access, [instance, "i-00000000000000000"], Ct);
        states.Keys.Should().Equal(instance);
        states[instance].State.Should().Be(InstanceState.Running, "moto's instances run at the next read");
        (await cloud.ReadConsoleAsync(access, instance, Ct)).Should().NotBeEmpty();

        var tags = Cloud.Tags("ref-image");
        var imageId = await cloud.CaptureImageAsync(access, new ImageCapture(instance, "moto image", "prepared", tags), Ct);
        var image = await cloud.FindImageAsync(access, "moto image", Ct);
        image.Should().BeEquivalentTo(new { ImageId = imageId, State = CloudImageState.Available, DiskSizeGb = 15 }, "moto's images are at once and have 15 GiB");
        image!.Tags.Should().Contain(tags.ToDictionary());
        await cloud.SealImageAsync(access, imageId, image.SnapshotIds, tags, Ct);

        var owned = await cloud.ListOwnedAsync(access, Ct);
        owned.Select(resource => resource.Id).Should().Contain([instance, imageId, group, .. image.SnapshotIds]);

        // moto leaves the snapshots when it deregisters an image; we then delete them one by one.
        (await cloud.DeleteImageAsync(access, imageId, Ct)).Should().BeEmpty();
        (await cloud.GetImageAsync(access, imageId, Ct)).Should().BeNull();
        (await cloud.DeleteImageAsync(access, imageId, Ct)).Should().BeEmpty();
        // Once only: moto looks for the interfaces of a terminated instance and fails when they are gone.
        await cloud.TerminateInstanceAsync(access, instance, Ct);
        (await cloud.FindInstancesAsync(access, "ref-life-cycle", Ct)).Should().BeEmpty();
        // moto would let go of it while it is used as well.
        (await cloud.RemoveIsolationGroupAsync(access, vpcId, Ct)).Should().BeTrue();
        (await cloud.RemoveIsolationGroupAsync(access, vpcId, Ct)).Should().BeTrue();
        (await cloud.ListOwnedAsync(access, Ct)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_plan_is_checked_and_what_is_wrong_with_it_found()
    {
        MotoServer.SkipWithoutIt();
        var access = Cloud.Access(moto.Endpoint);
        var subnet = await SubnetAsync(access);
        var plan = new PreparationPlan
        {
            MasterImageId = Master,
            OsType = OsType.Windows,
            Profile = new MachineProfile { Source = new MachineProfileSource(null, null, null) },
            InstanceType = "t3.medium",
            VpcId = subnet.Data[CloudItemData.VirtualPrivateCloudId],
            Zone = Zone,
            SubnetIds = [subnet.Id],
        };

        // It simulates no policy, knows no quotas and has no service-linked role.
        (await cloud.CheckPreparationAsync(access, plan, Ct)).Where(finding => finding.Result != CheckResult.Passed).Select(finding => finding.Check)
            .Should().OnlyContain(check => check == CheckNames.PolicySimulation || check == CheckNames.ServiceLinkedRole || check.EndsWith("Quota"));

        var wrong = plan with { OsType = OsType.Linux, InstanceType = "t4g.medium", Profile = plan.Profile with { KeyName = "lost" } };
        (await cloud.CheckPreparationAsync(access, wrong, Ct)).Where(finding => finding.Result == CheckResult.Failed).Select(finding => finding.Error!.Code)
            .Should().BeEquivalentTo("MasterImageOsMismatch", "ServiceOfferingArchitectureMismatch", "KeyPairMissing");
    }

    private async Task<CloudItem> SubnetAsync(CloudAccess access) =>
        (await cloud.ListAsync(access, new InventoryQuery(CloudItemKind.Subnet, Zone: Zone), Ct))[0];

    private static PreparationInstance Launch(string subnet, string group) => new()
    {
        Token = "token-1",
        Name = "preparation",
        ImageId = Master,
        InstanceType = "t3.medium",
        Profile = new MachineProfile { Source = new MachineProfileSource("i-1", null, null) },
        Zone = Zone,
        SubnetIds = [subnet],
        IsolationGroupId = group,
        OsType = OsType.Windows,
        UserData = "<powershell>Write-Host done</powershell>",
        Tags = Cloud.Tags("ref-life-cycle"),
    };
}
