using System.Text.RegularExpressions;

namespace Darkroom.PowerShell.Tests.Drive;

/// <summary>What the drive shows in a window of 120 columns.</summary>
public sealed partial class ViewTests(DriveServer server) : IClassFixture<DriveServer>
{
    [Theory]
    [InlineData(@"Get-ChildItem XDHyp:\", "Name FullPath")]
    [InlineData(@"Get-ChildItem XDHyp:\Connections", "Name Type Region Account UserName Maintenance")]
    [InlineData(@"Get-ChildItem XDHyp:\HostingUnits", "Name Connection VPC Zone Subnets")]
    [InlineData(@"Get-ChildItem XDHyp:\HostingUnits\demo", "Type Id FullName")]
    [InlineData(@"Get-ChildItem 'XDHyp:\HostingUnits\demo\us-east-1a.availabilityzone'", "Type Id FullName")]
    public async Task Listings_are_tables_that_fit(string script, string columns)
    {
        using var host = await server.EngineAsync();
        var lines = Colour().Replace(await host.RenderAsync(script), "").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList();
        lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Should().Equal(columns.Split(' '));
        lines.Should().OnlyContain(line => line.Length <= 120 && !line.Contains('…', StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colour();
}
