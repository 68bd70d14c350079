using System.Management.Automation;
using Darkroom.PowerShell.Tasks;
using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.ImageDefinitions;

/// <summary>Removing definitions, their bindings and their versions.</summary>
public sealed class RemovalTests(WscFixture fixture) : IClassFixture<WscFixture>
{
    [Fact]
    [Trait("Suite", "full")]
    public async Task Each_stays_while_something_depends_on_it_and_goes_from_the_pipeline_or_by_its_name()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync(
            """
            $null = New-ProvImageDefinition gone -OsType Windows -VDASessionSupport MultiSession
            $null = Add-ProvImageDefinitionConnection gone wsc
            1..3 | ForEach-Object { $null = New-ProvImageVersion gone }
            $null = Add-ProvImageVersionSpec -ImageDefinitionName gone -ImageVersionNumber 2 -HostingUnitName wsc -MasterImagePath 'win10-2411-ami (ami-00123456789abcdef).template'
            $second = Get-ProvImageVersion gone 2
            """)).ShouldSucceed();

        var used = (await host.RunAsync("Get-ProvImageVersion gone | Remove-ProvImageVersion")).ShouldFail("ImageVersionHasSpecs");
        used.CategoryInfo.Category.Should().Be(ErrorCategory.InvalidOperation);
        used.TargetObject.Should().Be((await host.RunAsync("$second.ImageVersionUid.ToString()")).Output.Single().BaseObject);
        (await host.RunAsync("(Get-ProvImageVersion gone).ImageVersionNumber")).ShouldSucceed().Output.Single().BaseObject.Should().Be(2);
        (await host.RunAsync("(Get-ProvImageDefinition gone).Connections | Remove-ProvImageDefinitionConnection")).ShouldFail("ImageDefinitionConnectionInUse");
        (await host.RunAsync("Get-ProvImageDefinition gone | Remove-ProvImageDefinition")).ShouldFail("ImageDefinitionHasVersions");

        (await host.RunAsync("Get-ProvImageVersionSpec -ImageVersionUid $second.ImageVersionUid | Remove-ProvImageVersionSpec")).ShouldSucceed();
        (await host.RunAsync("Remove-ProvImageVersion gone 2; Remove-ProvImageDefinitionConnection gone wsc")).ShouldSucceed().Output.Should().BeEmpty();
        (await host.RunAsync("Remove-ProvImageVersion gone 2")).ShouldFail("ImageVersionNotFound").TargetObject.Should().Be("gone 2");
        (await host.RunAsync("Remove-ProvImageDefinitionConnection gone wsc")).ShouldFail("ImageDefinitionConnectionNotFound");
        (await host.RunAsync("Remove-ProvImageDefinition gone -RunAsynchronously")).ShouldSucceed().Warnings.Should().ContainSingle();
        (await host.RunAsync("Remove-ProvImageDefinition gone")).ShouldFail("ImageDefinitionNotFound").CategoryInfo.Category.Should().Be(ErrorCategory.ObjectNotFound);
    }

    [Fact]
    public async Task A_version_goes_with_its_specs_and_a_definition_is_forgotten_with_its_versions_when_somebody_says_so()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync(
            """
            $null = New-ProvImageDefinition whole -OsType Windows -VDASessionSupport MultiSession
            $null = Add-ProvImageDefinitionConnection whole wsc
            1..2 | ForEach-Object {
                $null = New-ProvImageVersion whole
                $null = Add-ProvImageVersionSpec -ImageDefinitionName whole -HostingUnitName wsc -MasterImagePath 'win10-2411-ami (ami-00123456789abcdef).template'
            }
            """)).ShouldSucceed();
        var removed = await host.RunAsync("Get-ProvImageVersion whole | Where-Object ImageVersionNumber -eq 1 | Remove-ProvImageVersion -RemoveSpecs");
        removed.ShouldSucceed()["TaskState"].Should().Be(ProvTaskState.Finished);
        removed.Output.Single().BaseObject.Should().BeOfType<ImageRemovalTask>();
        (await host.RunAsync("(Get-ProvImageVersion whole).ImageVersionNumber")).ShouldSucceed().Output.Single().BaseObject.Should().Be(2);
        (await host.RunAsync("$null = New-ProvImageVersion whole; Remove-ProvImageVersion whole 3 -RemoveSpecs -PurgeDBOnly -RemoveShares")).ShouldSucceed().Output.Should().BeEmpty();
        (await host.RunAsync("Remove-ProvImageDefinition whole -PurgeDBOnly")).ShouldSucceed().Output.Should().BeEmpty();
        (await host.RunAsync("Get-ProvImageDefinition whole")).ShouldFail("ImageDefinitionNotFound");
    }
}
