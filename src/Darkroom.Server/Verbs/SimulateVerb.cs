using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Darkroom.Server.Composition;
using Darkroom.Simulator;
using Darkroom.Simulator.Time;
using Darkroom.Simulator.Worlds;

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
        await using var simulator = await StartAsync(OptionsOf(parsed), ct);
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

    private static SimulatorOptions OptionsOf(ParseResult parsed)
    {
        var (port, scale) = (parsed.GetValue(Port), parsed.GetValue(ClockScale));
        if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new StartRefusedException($"There is no port {port}.", $"Give --port from 1 to {IPEndPoint.MaxPort}, or 0 for a free one.");
        }

        return SimulatedClock.CanRunAt(scale)
            ? new SimulatorOptions { Port = port, WorldPath = parsed.GetValue(World), ClockScale = scale }
            : throw StartRefusedException.OfClockScale(scale);
    }

    private static async Task<SimulatorServer> StartAsync(SimulatorOptions options, CancellationToken ct)
    {
        try
        {
            return await SimulatorServer.StartAsync(options, ct);
        }
        catch (WorldUnreadableException e)
        {
            throw new StartRefusedException(e.Message, "Correct --world, or leave it out for the demo world.", e);
        }
        catch (JsonException e)
        {
            throw new StartRefusedException(
                $"The world in {options.WorldPath} can't be understood: {e.Message}", "Correct the file; docs/simulator.md says what a world consists of.", e);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new StartRefusedException($"Can't listen on port {options.Port}: {e.Message}", "Stop what uses the port, or choose another one with --port.", e);
        }
    }

    private static async Task EndAsync(CancellationToken ct)
    {
        var asked = new TaskCompletionSource();
        await using var registration = ct.Register(asked.SetResult);
        await asked.Task;
    }
}
