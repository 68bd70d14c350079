using Darkroom.PowerShell.Tasks;
using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>What existing scripts take for granted: variables that were never set, any case, an order of their own.</summary>
public sealed class HabitTests(WscFixture fixture) : IClassFixture<WscFixture>
{
    private const string Unset =
        """
        $connection = 'XDHyp:\Connections\wsc'
        $new = @{ ConnectionType = 'Custom'; PluginId = 'AmazonWorkSpacesCoreMachineManagerFactory'; HypervisorAddress = @('https://workspaces-instances.us-east-1.api.aws')
            Persist = $true; Scope = @(); ZoneUid = '00000000-0000-0000-0000-000000000000'; AdminAddress = $unset; LoggingId = [guid]::NewGuid() }

        """;

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_preparation_takes_every_parameter_that_a_script_never_set()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var prepared = await host.RunAsync(
            """
            if (-not (Test-ProvImageDefinitionNameAvailable -ImageDefinitionName habits).Available) { throw 'taken' }
            $null = New-ProvImageDefinition -ImageDefinitionName habits -OsType windows -VDASessionSupport multisession -Description $unset -Metadata $unset -AdminAddress $unset
            $version = New-ProvImageVersion -ImageDefinitionName habits -Description $unset -Metadata $unset
            $null = Add-ProvImageDefinitionConnection -ImageDefinitionName HABITS -HypervisorConnectionName WSC -CustomProperties $unset
            $master = Add-ProvImageVersionSpec -ImageDefinitionName $version.ImageDefinitionName -ImageVersionNumber $version.ImageVersionNumber -HostingUnitName WSC `
                -MasterImagePath (Get-ChildItem XDHyp:\HostingUnits\WSC | Where-Object Id -eq ami-00123456789abcdef | Select-Object -ExpandProperty FullPath) -Metadata $unset
            $splat = @{ SourceImageVersionSpecUid = $master.ImageVersionSpecUid; NetworkMapping = $unset; ServiceOffering = $unset; CustomProperties = $unset; Metadata = $unset
                MachineProfile = 'XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion' }
            New-ProvImageVersionSpec @splat -RunAsynchronously:$unset -PurgeJobOnSuccess:$unset
            """);
        prepared.ShouldSucceed()["TaskState"].Should().Be(ProvTaskState.Finished);
        (await host.RunAsync("(Get-ProvImageVersionSpec -ImageDefinitionName habits | Where-Object IsPrepared -eq $True).HostingUnits | Where-Object IsPrimary")).ShouldSucceed()["HostingUnitUid"]
            .Should().Be(fixture.HostingUnitUid);
    }

    [Theory]
    [InlineData("New-ProvImageVersionSpec -SourceImageVersionSpecUid 00000000-0000-0000-0000-000000000000 -MachineProfile any.vm", "ImageVersionSpecPlaceholder")]
    [InlineData("Get-ProvImageVersionSpec 00000000-0000-0000-0000-000000000000", "ImageVersionSpecPlaceholder")]
    [InlineData("Set-Item $connection -MaintenanceMode $unset", "NothingToChange")]
    [InlineData("Set-Item $connection -UserName $unset -SecurePassword $unset", "NothingToChange")]
    [InlineData("Set-Item XDHyp:\\HostingUnits\\wsc -NetworkPath $unset", "NothingToChange")]
    public async Task What_was_never_set_changes_nothing_and_names_nothing(string script, string code)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync(Unset + script)).ShouldFail(code);
    }

    [Fact]
    public async Task A_connection_is_made_and_edited_with_credentials_that_were_prompted_for()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var edited = await host.RunAsync(
            Unset +
            """
            function Get-Credential { [pscredential]::new('AKIADARKROOMDEMO0001', (ConvertTo-SecureString 'darkroom/demo/not/a/secret/key/of/us0001' -AsPlainText -Force)) }
            $credential = Get-Credential
            $made = New-Item -Path XDHyp:\Connections\prompted @new -UserName $credential.UserName -SecurePassword $credential.Password
            $made.UserName
            Set-Item -Path XDHyp:\Connections\prompted -UserName role_based_auth -SecurePassword role_based_auth
            (Get-Item XDHyp:\Connections\prompted).UserName
            Set-Item -Path XDHyp:\Connections\prompted -HypervisorCredential (Get-Credential)
            (Get-Item XDHyp:\Connections\prompted).UserName
            Rename-Item -Path XDHyp:\Connections\prompted -NewName asked
            Remove-Item -LiteralPath XDHyp:\Connections\asked -Force
            """);
        edited.ShouldSucceed().Output.Select(name => name.BaseObject).Should().Equal("AKIADARKROOMDEMO0001", "role_based_auth", "AKIADARKROOMDEMO0001");
    }

    [Fact]
    public async Task A_hosting_unit_is_made_with_every_documented_parameter()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var made = await host.RunAsync(
            """
            $unit = Get-ChildItem XDHyp:\HostingUnits | Where-Object { $_.HypervisorConnection.HypervisorConnectionName -eq 'wsc' } | Select-Object -First 1
            $zone = "$($unit.RootPath)\$($unit.AvailabilityZones[0].AvailabilityZoneId).availabilityzone"
            $networks = @(Get-ChildItem $zone | Where-Object ObjectType -eq Network | Select-Object -ExpandProperty FullPath)
            New-Item -Path XDHyp:\HostingUnits\whole -AvailabilityZonePath @($zone) -HypervisorConnectionName WSC -JobGroup ([guid]::NewGuid()) -RootPath "$($unit.RootPath)\" `
                -NetworkPath $networks -StoragePath @() -PersonalvDiskStoragePath @() -GpuGroup $unset -NoVmTagging:$unset -UseLocalStorageCaching:$unset -AdminAddress $unset -LoggingId ([guid]::NewGuid())
            """);
        made.ShouldSucceed().Warnings.Should().BeEmpty();
        made["HostingUnitName"].Should().Be("whole");
    }
}
