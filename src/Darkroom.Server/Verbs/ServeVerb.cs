using System.CommandLine;
using Darkroom.Server.Composition;
using Darkroom.Simulator;

namespace Darkroom.Server.Verbs;

/// <summary><c>darkroom serve</c>: runs the server until it is asked to stop.</summary>
internal static class ServeVerb
{
    private static readonly Option<bool> Simulate = new("--simulate")
    {
        Description = "Run the AWS simulator beside the server and send every AWS call to it.",
    };

    private static readonly Option<Uri?> Simulator = new("--simulator")
    {
        Description = "Send every AWS call to a simulator that runs already ('darkroom simulate'), and live in its time.",
        HelpName = "URL",
        CustomParser = CommonOptions.ReadUrl,
    };

    private static readonly Option<Uri> Url = new("--url")
    {
        Description = "Address to listen on. Plain HTTP only on this machine.",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:7420"),
        CustomParser = CommonOptions.ReadUrl,
    };

    private static readonly Option<double> ClockScale = new("--clock-scale")
    {
        Description = "With --simulate: how many times faster than real time both clocks run.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    public static Command Make()
    {
        var command = new Command("serve", "Run the server.") { Simulate, Simulator, Url, CommonOptions.Data, CommonOptions.Database, ClockScale };
        command.SetAction((parsed, ct) => RunAsync(SettingsOf(parsed), parsed.InvocationConfiguration.Output, ct));
        return command;
    }

    private static ServerSettings SettingsOf(ParseResult parsed)
    {
        var data = DataFolder.Open(parsed.GetValue(CommonOptions.Data));
        return CommonOptions.DatabaseOf(parsed, data) with
        {
            Url = parsed.GetRequiredValue(Url),
            Simulate = parsed.GetValue(Simulate),
            Simulator = new SimulatorOptions { HistoryPath = data.SimulatedAwsFile },
            SimulatorUrl = parsed.GetValue(Simulator),
            ClockScale = parsed.GetValue(ClockScale),
        };
    }

    private static async Task<int> RunAsync(ServerSettings settings, TextWriter output, CancellationToken ct)
    {
        await using var server = await RunningServer.StartAsync(settings, ct);
        Banner.Write(output, settings, server);
        await server.WaitForShutdownAsync(ct);
        return 0;
    }
}
