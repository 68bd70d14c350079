using System.Management.Automation;
using Darkroom.Contracts.Hosting;
using Darkroom.PowerShell.Broker;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Broker;

/// <summary>Connections are registered with the broker after they are made, and their registrations removed after they are.</summary>
public sealed class HypervisorConnectionTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private const string Prepared =
        """
        function New-Connection($name) {
            New-Item -Path "XDHyp:\Connections\$name" -ConnectionType Custom -PluginId AmazonWorkSpacesCoreMachineManagerFactory -Persist -Scope @() `
                -HypervisorAddress @('https://workspaces-instances.us-east-1.api.aws') -UserName role_based_auth -SecurePassword role_based_auth
        }

        """;

    [Fact]
    public async Task A_script_registers_a_new_connection_and_unregisters_it_once_it_is_removed()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var made = await host.RunAsync(Prepared +
            """
            $connection = New-Connection wsc
            $uid = $connection.HypervisorConnectionUid
            New-BrokerHypervisorConnection -HypHypervisorConnectionUid $uid -PreferredController ddc-1 -LoggingId ([guid]::NewGuid())
            """);
        var registration = made.ShouldSucceed().Output.Should().ContainSingle().Which.BaseObject.Should().BeOfType<BrokerHypervisorConnection>().Subject;
        registration.Should().BeEquivalentTo(new
        {
            Name = "wsc",
            State = BrokerConnectionState.On,
            FaultState = BrokerFaultState.None,
            IsReady = true,
            MachineCount = 0,
            PreferredController = "ddc-1",
        });
        registration.Uid.Should().BePositive();
        registration.HypervisorCapabilities.Should().NotBeEmpty().And.Equal(registration.Capabilities);
        (await host.RunAsync("$connection.HypervisorConnectionUid; (Get-ConfigZone).Uid")).ShouldSucceed().Output.Select(uid => uid.BaseObject)
            .Should().Equal(registration.HypHypervisorConnectionUid, registration.ZoneUid);

        var states = await host.RunAsync(
            """
            Set-Item XDHyp:\Connections\wsc -MaintenanceMode $true
            (Get-BrokerHypervisorConnection wsc).State
            Get-ChildItem XDHyp:\Connections | Where-Object HypervisorConnectionName -eq wsc | Remove-Item
            (Get-BrokerHypervisorConnection wsc).State
            Remove-BrokerHypervisorConnection -Name wsc
            Get-BrokerHypervisorConnection wsc*
            """);
        states.ShouldSucceed().Output.Select(state => state.BaseObject)
            .Should().Equal(BrokerConnectionState.InMaintenanceMode, BrokerConnectionState.Unavailable);
    }

    [Fact]
    public async Task Registrations_are_found_by_each_of_their_names_and_by_filter()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync(
            Prepared + "$east, $west = 'find east', 'find west' | ForEach-Object { New-Connection $_ } | New-BrokerHypervisorConnection")).ShouldSucceed();
        foreach (var (script, names) in new[]
        {
            ("Get-BrokerHypervisorConnection FIND* -SortBy '-Name'", "find west, find east"),
            ("Get-BrokerHypervisorConnection -Name '?ind [e]ast'", "find east"),
            ("Get-BrokerHypervisorConnection -Uid $west.Uid", "find west"),
            ("Get-BrokerHypervisorConnection -Uid $west.Uid -Name *east", ""),
            ("Get-BrokerHypervisorConnection -HypHypervisorConnectionUid $east.HypHypervisorConnectionUid", "find east"),
            ("Get-BrokerHypervisorConnection -HypHypervisorConnectionUid ([guid]::NewGuid())", ""),
            ("Get-BrokerHypervisorConnection -Filter { State -eq 'On' -and Name -like '*west' }", "find west"),
            ("Get-BrokerHypervisorConnection -Filter { Capability -contains '*' -and Uid -eq $west.Uid }", "find west"),
            ("if (-not (Get-BrokerHypervisorConnection -HypHypervisorConnectionUid ([guid]::NewGuid()) -ErrorAction Stop)) { $west }", "find west"),
            ("Get-BrokerHypervisorConnection nothing*", ""),
        })
        {
            var found = (await host.RunAsync(script)).ShouldSucceed().Output;
            string.Join(", ", found.Select(registration => registration.Properties["Name"].Value)).Should().Be(names, "{0}", script);
        }
    }

    [Fact]
    public async Task Registrations_are_removed_by_number_by_pattern_and_from_the_pipeline()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync(Prepared + "$made = 1..6 | ForEach-Object { New-Connection \"away $_\" } | New-BrokerHypervisorConnection")).ShouldSucceed();
        foreach (var (script, left) in new[]
        {
            ("Remove-BrokerHypervisorConnection -Uid $made[0].Uid", 5),
            ("$made[1] | Remove-BrokerHypervisorConnection", 4),
            ("Get-BrokerHypervisorConnection 'away 3' -Property Name | Remove-BrokerHypervisorConnection", 3),
            ("Remove-BrokerHypervisorConnection $made[3]", 2),
            ("Remove-BrokerHypervisorConnection 'away [45]'", 1),
            ("Remove-BrokerHypervisorConnection away*", 0),
        })
        {
            (await host.RunAsync(script)).ShouldSucceed().Output.Should().BeEmpty();
            (await host.RunAsync("Get-BrokerHypervisorConnection away*")).ShouldSucceed().Output.Should().HaveCount(left, "{0}", script);
        }
    }

    [Theory]
    [InlineData("Remove-BrokerHypervisorConnection -Name nobody", "UnknownObject", "nobody")]
    [InlineData("Remove-BrokerHypervisorConnection nobody*", "UnknownObject", "nobody*")]
    [InlineData("Get-BrokerHypervisorConnection nobody", "UnknownObject", "nobody")]
    [InlineData("Remove-BrokerHypervisorConnection -Uid 987654", "BrokerConnectionNotFound", "987654")]
    [InlineData("Get-BrokerHypervisorConnection -Uid 987654", "BrokerConnectionNotFound", "987654")]
    [InlineData("Get-BrokerHypervisorConnection any* -Uid 987654", "BrokerConnectionNotFound", "987654")]
    [InlineData("New-BrokerHypervisorConnection ([guid]::Empty)", "HypervisorConnectionObjectNotFound", "00000000-0000-0000-0000-000000000000")]
    public async Task What_is_not_there_is_named_and_the_script_goes_on(string script, string code, string target)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var result = await host.RunAsync($"{script}; 'after'");
        var error = result.ShouldFail(code);
        error.CategoryInfo.Category.Should().Be(ErrorCategory.ObjectNotFound);
        error.TargetObject.ToString().Should().Be(target);
        error.ToString().Should().Contain(target);
        error.ErrorDetails.RecommendedAction.Should().NotBeEmpty();
        result.Output.Should().ContainSingle();
    }

    [Fact]
    public async Task A_connection_that_is_registered_already_is_not_registered_again()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync(Prepared + "$twice = New-Connection twice; $null = $twice | New-BrokerHypervisorConnection")).ShouldSucceed();
        (await host.RunAsync("$twice | New-BrokerHypervisorConnection")).ShouldFail("BrokerConnectionExists")
            .CategoryInfo.Category.Should().Be(ErrorCategory.ResourceExists);
    }
}
