using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests.Moto;

public sealed class MotoLifeCycleTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_is_captured_found_sealed_and_deleted()
    {
        MotoServer.SkipWithoutIt();
        var cloud = Cloud.Of(new AwsOptions());
        var access = Cloud.Access(moto.Endpoint);
        var subnet = (await cloud.ListAsync(access, new InventoryQuery(CloudItemKind.Subnet, Zone: "us-east-1a"), Ct))[0];
        var vpcId = subnet.Data[CloudItemData.VirtualPrivateCloudId];

        (await cloud.FindIsolationGroupAsync(access, vpcId, Ct)).Should().BeNull();
        var group = await cloud.CreateIsolationGroupAsync(access, vpcId, Cloud.Tags(), Ct);
        (await cloud.CloseIsolationGroupAsync(access, group, Ct)).Should().Be(0);
        (await cloud.FindIsolationGroupAsync(access, vpcId, Ct)).Should().Be(group);

        var tags = Cloud.Tags("ref-life-cycle");
        var instance = await cloud.StartPreparationInstanceAsync(access, new PreparationInstance
        {
            Token = "token-1",
            Name = "preparation",
            ImageId = "ami-03cf127a",
            InstanceType = "t3.medium",
            Profile = new MachineProfile { Source = new MachineProfileSource("i-1", null, null) },
            Zone = "us-east-1a",
            SubnetIds = [subnet.Id],
            IsolationGroupId = group,
            OsType = OsType.Windows,
            UserData = "<powershell>Write-Host done</powershell>",
            Tags = tags,
        }, Ct);

        (await cloud.FindInstancesAsync(access, "ref-life-cycle", Ct)).Should().Equal(instance);
        var states = await cloud.DescribeInstancesAsync(access, [instance, "i-00000000000000000"], Ct);
        states.Keys.Should().Equal(instance);
        states[instance].State.Should().Be(InstanceState.Running);
        (await cloud.ReadConsoleAsync(access, instance, Ct)).Should().NotBeEmpty();
    }
}
