using Darkroom.Server.Composition;
using Darkroom.Server.Demo;
using Darkroom.Testing;
using Spectre.Console;

namespace Darkroom.Server.Tests.Demo;

public sealed class DemoTests
{
    private const int Columns = 100;

    private static readonly Dictionary<string, string?> Quiet = new() { ["Logging:LogLevel:Default"] = "Error" };

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_demo_plays_to_its_end_and_leaves_the_accounts_as_they_were()
    {
        using var folder = new TestFolder();
        var settings = new ServerSettings { Data = folder.Data, Url = new Uri("http://127.0.0.1:0"), Simulate = true, ClockScale = 120, Configuration = Quiet };
        await using var server = await RunningServer.StartAsync(settings, Ct);
        await using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Columns;

        var good = await new DemoPlay(server, settings, new DemoStage(console, settings.ClockScale)).RunAsync(Ct);

        var told = output.ToString();
        good.Should().BeTrue(told);
        told.Should().ContainAll("Two images, their snapshots and the isolation group were added", "in another Region", "in another account", "Everything is as it was");
        told.Split(Environment.NewLine).Should().OnlyContain(line => line.Length <= Columns && !line.EndsWith(' '));
        told.Split("Permissions").Should().HaveCount(2, "a kind of check is named once");
    }

    [Fact]
    public async Task What_is_to_be_copied_at_the_end_stands_on_one_line_however_narrow_the_terminal_is()
    {
        await using var server = await DarkroomServer.StartAsync();
        await using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 40;

        DemoEnding.Show(console, server.Running);

        output.ToString().Split(Environment.NewLine).Select(line => line.Trim()).Should().Contain(line =>
            line.EndsWith($"curl -H 'Authorization: Bearer {server.Tokens[Contracts.Access.Role.Administrator]}' {server.Url}api/v1/operations", StringComparison.Ordinal));
    }
}
