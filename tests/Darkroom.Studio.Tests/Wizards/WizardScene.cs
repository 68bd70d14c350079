using System.Text.Json.Nodes;
using Darkroom.Simulator;
using Darkroom.Testing;

namespace Darkroom.Studio.Tests.Wizards;

/// <summary>A server with a connection and a hosting unit, no image definition yet, and an account with thousands of AMIs.</summary>
public sealed class WizardScene : IAsyncLifetime
{
    private const int Nightlies = 3000;

    public DarkroomServer Server { get; private set; } = null!;

    public static string Nightly(int number) => $"win11-nightly-{number:0000}";

    public async ValueTask InitializeAsync()
    {
        Server = await DarkroomServer.StartAsync(change: settings => settings with { Simulator = settings.Simulator with { WorldJson = World().ToJsonString() } });
        await DemoScene.HostingUnitAsync(Server.Administrator, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The demo world with so many AMIs more.</summary>
    internal static JsonNode World()
    {
        using var demo = typeof(SimulatorServer).Assembly.GetManifestResourceStream("worlds/demo.json")!;
        var world = JsonNode.Parse(demo)!;
        var images = world["accounts"]![0]!["regions"]!["us-east-1"]!["images"]!.AsArray();
        for (var number = 0; number < Nightlies; number++)
        {
            var image = images[0]!.DeepClone();
            (image["id"], image["name"]) = ($"ami-0b{number:x15}", Nightly(number));
            image["devices"]![0]!["snapshotId"] = $"snap-0b{number:x15}";
            images.Add(image);
        }

        return world;
    }
}
