using System.CommandLine;
using Darkroom.Server.Composition;
using Spectre.Console;

namespace Darkroom.Server.Demo;

/// <summary><c>darkroom demo</c>: plays an administrator's job against a simulated AWS, in a temporary data folder.</summary>
internal static class DemoVerb
{
    /// <summary>Where there is no terminal to say how wide it is.</summary>
    private const int FileColumns = 140;

    private static readonly Option<double> ClockScale = new("--clock-scale")
    {
        Description = "How many times faster than real time the simulated cloud runs.",
        HelpName = "N",
        DefaultValueFactory = _ => 120,
    };

    public static Command Make()
    {
        var command = new Command("demo", "Play the whole job against a simulated AWS.") { ClockScale };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(ClockScale), ct));
        return command;
    }

    private static async Task<int> RunAsync(double clockScale, CancellationToken ct)
    {
        // Until an action has returned its task, Ctrl+C ends the process on the spot instead of cancelling it.
        await Task.Yield();
        var folder = Directory.CreateTempSubdirectory("darkroom-demo-").FullName;
        var console = AnsiConsole.Console;
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = FileColumns;
        }

        try
        {
            var settings = new ServerSettings
            {
                Data = DataFolder.Open(folder),
                Url = new Uri("http://127.0.0.1:0"),
                Simulate = true,
                ClockScale = clockScale,
                Configuration = new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Error" },
            };
            await using var server = await RunningServer.StartAsync(settings, ct);
            var good = await new DemoPlay(server, settings, new DemoStage(console, clockScale)).RunAsync(ct);
            if (good && console.Profile.Out.IsTerminal && !Console.IsInputRedirected)
            {
                await DemoEnding.StayAsync(console, server, ct);
            }

            return good ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
