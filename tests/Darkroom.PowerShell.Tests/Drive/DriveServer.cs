using System.Text.Json.Nodes;
using CsCheck;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Simulator;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Drive;

/// <summary>
/// A server with the connection and the hosting unit <c>demo</c>, on the demo world. In the unit's zone are a machine that Darkroom made and machines
/// with names as mean as a tag allows.
/// </summary>
public sealed class DriveServer : IAsyncLifetime
{
    public const string HiddenMachine = "i-0da4c00000000d1d1";
    public const string Unit = @"XDHyp:\HostingUnits\demo";
    public const string Zone = Unit + @"\us-east-1a.availabilityzone";
    public const string ConnectionZone = @"XDHyp:\Connections\demo\Default VPC.virtualprivatecloud\us-east-1a.availabilityzone";
    public const string Master = "win10-2411-ami (ami-00123456789abcdef).template";

    private const string Mean = "ab Z.-`/\\()[]{}*?':;$\"é漢~|<>%";

    private DarkroomServer? _server;

    public DarkroomServer Server => _server!;

    /// <summary>The names of the machines by their ids.</summary>
    public IReadOnlyDictionary<string, string> MeanNames { get; } = Gen.Char[Mean].Array[1, 14].Select(chars => new string(chars))
        .Where(name => !string.IsNullOrWhiteSpace(name)).Array[60].Single()
        .Concat(["a/b", @"a\b", "a`b", "a`/b", "[x]", "w[1]*", "win (1)", "copy (i-0123)", "..", "x.vm", " leading", "{0}", "ends with `", "::", "~"])
        .Select((name, i) => ($"i-0da4c0000{i:x8}", name)).ToDictionary(pair => pair.Item1, pair => pair.name);

    public async ValueTask InitializeAsync()
    {
        _server = await DarkroomServer.StartAsync(change: settings => settings with
        {
            ClockScale = 1,
            Simulator = new SimulatorOptions { WorldJson = World(), ThrottleFactor = 0, Timings = t => t with { ConsistencySeconds = 0 } },
        });
        await DemoScene.HostingUnitAsync(_server.Administrator, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>An engine with the module that was sent to this server.</summary>
    public Task<PowerShellHost> EngineAsync() => PowerShellHost.StartAsync(Server);

    private string World()
    {
        using var demo = typeof(SimulatorServer).Assembly.GetManifestResourceStream("worlds/demo.json")!;
        var world = JsonNode.Parse(demo)!;
        var instances = world["accounts"]![0]!["regions"]!["us-east-1"]!["instances"]!.AsArray();
        instances.Add(Machine(HiddenMachine, "darkroom:operation", "x"));
        foreach (var (id, name) in MeanNames)
        {
            instances.Add(Machine(id, "Name", name));
        }

        return world.ToJsonString();
    }

    private static JsonObject Machine(string id, string tag, string value) => new()
    {
        ["id"] = id,
        ["launch"] = new JsonObject
        {
            ["ImageId"] = "ami-00123456789abcdef",
            ["InstanceType"] = "t3.medium",
            ["SubnetId"] = "subnet-0da4c000000000a1a",
            ["TagSpecifications"] = new JsonArray(new JsonObject
            {
                ["ResourceType"] = "instance",
                ["Tags"] = new JsonArray(new JsonObject { ["Key"] = tag, ["Value"] = value }),
            }),
        },
    };
}
