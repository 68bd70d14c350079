using System.CommandLine;
using Darkroom.Simulator;

namespace Darkroom.Server.Verbs;

/// <summary><c>darkroom simulate</c>: runs the AWS simulator alone, for any AWS client.</summary>
internal static class SimulateVerb
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "Port on 127.0.0.1; 0 takes a free one.",
        HelpName = "PORT",
        DefaultValueFactory = _ => 7421,
    };

    private static readonly Option<string?> World = new("--world")
    {
        Description = "A world file; the demo world unless given.",
        HelpName = "FILE",
    };

    private static readonly Option<double> ClockScale = new("--clock-scale")
    {
        Description = "How many times faster than real time its clock runs.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    public static Command Make()
    {
        var command = new Command("simulate", "Run the AWS simulator alone, for any AWS client.") { Port, World, ClockScale };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var options = new SimulatorOptions
        {
            Port = parsed.GetValue(Port),
            WorldPath = parsed.GetValue(World),
            ClockScale = parsed.GetValue(ClockScale),
        };
        await using var simulator = await SimulatorServer.StartAsync(options, ct);
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"Simulated AWS on {simulator.BaseUri.GetLeftPart(UriPartial.Authority)}; set AWS_ENDPOINT_URL to it, and one of these keys:");
        foreach (var principal in simulator.Principals)
        {
            output.WriteLine($"  {principal.AccountId}  {principal.Name,-24} AWS_ACCESS_KEY_ID={principal.AccessKeyId} AWS_SECRET_ACCESS_KEY={principal.SecretAccessKey}");
        }

        output.Flush();
        await EndAsync(ct);
        return 0;
    }

    private static async Task EndAsync(CancellationToken ct)
    {
        var asked = new TaskCompletionSource();
        await using var registration = ct.Register(asked.SetResult);
        await asked.Task;
    }
}
