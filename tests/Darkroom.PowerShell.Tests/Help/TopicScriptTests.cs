using System.Text.RegularExpressions;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Help;

/// <summary>The commands that topics show, run as they stand there.</summary>
public sealed partial class TopicScriptTests(ITestOutputHelper output) : IAsyncLifetime
{
    private DarkroomServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await DarkroomServer.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task What_the_drive_s_topic_shows_makes_a_connection_and_a_hosting_unit()
    {
        using var host = await PowerShellHost.StartAsync(_server);

        // The topic lists first and makes after it; here is nothing to list yet. Maintenance would stop the others.
        var blocks = Blocks("about_XDHyp").OrderByDescending(block => block.Contains("New-Item", StringComparison.Ordinal)).ThenBy(block => block.Contains("Set-Item", StringComparison.Ordinal));
        foreach (var block in blocks)
        {
            output.WriteLine(block);
            (await host.RunAsync(block)).ShouldSucceed();
        }

        var made = await host.RunAsync(
            @"(Get-Item XDHyp:\HostingUnits\wsc).HypervisorConnection.HypervisorConnectionName; (Get-Item XDHyp:\Connections\wsc).MaintenanceMode");
        made.ShouldSucceed().Output.Select(value => value.BaseObject).Should().Equal("wsc", true);
    }

    [Fact]
    public async Task What_the_topic_of_filters_shows_can_be_read_by_every_cmdlet_that_it_names()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var blocks = Blocks("about_Darkroom_Filtering");
        blocks.Should().HaveCountGreaterThan(5);
        foreach (var block in blocks)
        {
            output.WriteLine(block);
            (await host.RunAsync(block)).ShouldSucceed();
        }
    }

    /// <summary>Commands stand further in than the text; lines that end with a backtick and lines that follow each other are one block.</summary>
    private static IReadOnlyList<string> Blocks(string topic) =>
    [
        .. File.ReadAllText(Path.Combine(BuiltModule.Folder, "en-US", topic + ".help.txt")).ReplaceLineEndings("\n").Split("\n\n")
            .Where(block => Command().IsMatch(block)),
    ];

    [GeneratedRegex(@"^ {8}(\$\w+ = |[A-Z][a-z]+-[A-Z]\w+ )")]
    private static partial Regex Command();
}
