using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Drive;

/// <summary>Connections on the drive, made, changed and removed as existing scripts do.</summary>
public sealed class ConnectionTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private const string Documented =
        """
        $new = @{
            Path = "XDHyp:\Connections\$($args[0])"
            ConnectionType = 'Custom'
            PluginId = 'AmazonWorkSpacesCoreMachineManagerFactory'
            HypervisorAddress = 'https://workspaces-instances.us-east-1.api.aws'
            UserName = 'role_based_auth'
            Persist = $true
            Scope = @()
            ZoneUid = '00000000-0000-0000-0000-000000000000'
            CustomProperties = $null
        }
        """;

    private readonly DarkroomServer _server = fixture.Server;

    [Fact]
    public async Task The_documented_values_make_a_connection()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var made = await host.RunAsync(Documented + "\nNew-Item @new -SecurePassword (ConvertTo-SecureString role_based_auth -AsPlainText -Force)", "documented");
        made.ShouldSucceed();
        made["HypervisorConnectionUid"].Should().BeOfType<Guid>().Which.Should().NotBeEmpty();
        made["HypervisorConnectionName"].Should().Be("documented");
        made["ConnectionType"].Should().Be("Custom");
        made["HypervisorAddress"].Should().BeEquivalentTo(new[] { "https://workspaces-instances.us-east-1.api.aws" });
        made["UserName"].Should().Be("role_based_auth");
        made["Persistent"].Should().Be(true);

        var found = await host.RunAsync(@"Get-Item XDHyp:\Connections\documented");
        found.ShouldSucceed()["HypervisorConnectionUid"].Should().Be(made["HypervisorConnectionUid"]);
        found["PSChildName"].Should().Be("documented");
    }
}
