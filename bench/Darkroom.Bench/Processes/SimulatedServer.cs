using System.Globalization;
using System.Text.Json;
using Darkroom.Client;
using Darkroom.Server.Composition;

namespace Darkroom.Bench.Processes;

/// <summary>
/// Server and simulator as <c>serve --simulate</c> starts them, in a process of their own that also tells where the simulator listens.
/// </summary>
internal sealed class SimulatedServer : IDisposable
{
    public const string Verb = "simulated-server";
    private readonly TemporaryFolder _data;
    private readonly ChildProcess _process;
    private readonly Addresses _addresses;

    private SimulatedServer(TemporaryFolder data, ChildProcess process, Addresses addresses, double clockScale)
    {
        (_data, _process, _addresses, ClockScale) = (data, process, addresses, clockScale);
        Client = new DarkroomClient(Url, Token);
    }

    /// <summary>How many times faster than real time its clocks run.</summary>
    public double ClockScale { get; }

    public Uri Url => new(_addresses.Url);

    public string Token => _addresses.Token;

    /// <summary>Its data folder.</summary>
    public string Data => _data.Path;

    public Uri Simulator => new(_addresses.Simulator);

    public DarkroomClient Client { get; }

    public ChildProcess Process => _process;

    /// <summary>The child's side: runs until it is killed.</summary>
    public static async Task<int> RunAsync(string data, string clockScale)
    {
        var settings = new ServerSettings
        {
            Data = DataFolder.Open(data),
            Url = new Uri("http://127.0.0.1:0"),
            Simulate = true,
            ClockScale = double.Parse(clockScale, CultureInfo.InvariantCulture),
            Configuration = new Dictionary<string, string?>
            {
                // The console is the channel to the parent.
                ["Logging:LogLevel:Default"] = "None",

                // One user stands for many here; the limit a user has isn't what is measured.
                ["Limits:RequestsPerSecond"] = "1000000",
            },
        };
        await using var server = await RunningServer.StartAsync(settings, CancellationToken.None);
        Console.WriteLine(JsonSerializer.Serialize(new Addresses(server.Endpoint.Url, server.Endpoint.Token, server.Simulator!.BaseUri.ToString())));
        await server.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>The parent's side: starts one on an empty data folder.</summary>
    public static async Task<SimulatedServer> StartAsync(double clockScale, CancellationToken ct)
    {
        var data = new TemporaryFolder();
        var process = ChildProcess.Start(ChildProcess.Self, Verb, data.Path, clockScale.ToString(CultureInfo.InvariantCulture));
        var line = await process.Output.ReadLineAsync(ct) ?? throw new InvalidOperationException("The simulated server ended before it listened.");
        return new SimulatedServer(data, process, JsonSerializer.Deserialize<Addresses>(line)!, clockScale);
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Dispose();
        _data.Dispose();
    }

    private sealed record Addresses(string Url, string Token, string Simulator);
}
