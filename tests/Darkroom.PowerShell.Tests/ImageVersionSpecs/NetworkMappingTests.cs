using System.Collections;
using Darkroom.PowerShell.ImageVersionSpecs;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.PowerShell.Tests.Waiting;

namespace Darkroom.PowerShell.Tests.ImageVersionSpecs;

/// <summary>What scripts give as the subnet of a NIC.</summary>
public sealed class NetworkMappingTests(DemoFixture fixture) : IClassFixture<DemoFixture>
{
    private const string Subnet =
        @"$subnet = Get-ChildItem 'XDHyp:\Connections\demo\Default VPC.virtualprivatecloud\us-east-1a.availabilityzone' | Where-Object Id -eq subnet-0da4c000000000a1a; ";

    [Theory]
    [InlineData("@{ '0' = $subnet }")]
    [InlineData("@{ 0 = $subnet }")]
    [InlineData("@{ '0' = $subnet.FullPath }")]
    [InlineData("$null")]
    [InlineData("@{}")]
    public async Task A_subnet_is_an_item_of_the_drive_or_its_path_or_left_to_the_hosting_unit(string mapping)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var prepared = await host.RunAsync(
            Subnet + $"$splat = @{{ NetworkMapping = {mapping} }}; $task = {Preparations.Script} @splat -RunAsynchronously; Stop-ProvTask $task; Get-ProvImageVersionSpec $task.ImageVersionSpecUid",
            await Preparations.MasterAsync(fixture.Server));
        var mapped = prepared.ShouldSucceed()["ImageScheme"].Should().BeOfType<ImageScheme>().Which.NetworkMapping;
        mapped.Cast<DictionaryEntry>().Should().ContainSingle().Which.Should().Match<DictionaryEntry>(nic =>
            nic.Key.Equals("0") && ((string)nic.Value!).EndsWith(@"us-east-1a.availabilityzone\192.168.0.0`/20 (vpc-0da4c0000000000a1).network"));
    }
}
