using System.Text.RegularExpressions;

namespace Darkroom.PowerShell.Tests.Drive;

/// <summary>What the drive shows in a window of 120 columns.</summary>
public sealed partial class ViewTests(DriveServer server) : IClassFixture<DriveServer>
{
    [Theory]
    [InlineData(@"Get-ChildItem XDHyp:\", "Name FullPath")]
    [InlineData(@"Get-ChildItem XDHyp:\Connections", "HypervisorConnectionName ConnectionType Region AccountId UserName MaintenanceMode")]
    [InlineData(@"Get-ChildItem XDHyp:\HostingUnits", "HostingUnitName HypervisorConnection RootId AvailabilityZones Networks")]
    [InlineData(@"Get-ChildItem XDHyp:\HostingUnits\demo", "ObjectTypeName Id FullName")]
    [InlineData(@"Get-ChildItem 'XDHyp:\HostingUnits\demo\us-east-1a.availabilityzone'", "ObjectTypeName Id FullName")]
    public async Task Listings_are_tables_that_fit_and_whose_columns_are_properties(string script, string columns)
    {
        using var host = await server.EngineAsync();
        var lines = Colour().Replace(await host.RenderAsync(script), "").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList();
        lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Should().Equal(columns.Split(' '));
        (await host.RunAsync($"({script} | Select-Object -First 1).PSObject.Properties.Name")).ShouldSucceed().Output.Select(name => name.ToString()).Should().Contain(columns.Split(' '));
        lines.Should().OnlyContain(line => line.Length <= 120 && !line.Contains('…', StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colour();
}
