using System.Text.Json.Nodes;
using Darkroom.Client;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Hosting;
using Darkroom.Core.Clouds;
using Darkroom.Server.Composition;
using Darkroom.Server.Tests.Concurrency.Model;
using Darkroom.Simulator;
using Darkroom.Simulator.Control;
using Darkroom.Simulator.State;
using Darkroom.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Concurrency;

/// <summary>A server with three administrators, on a cloud in which everything is quick.</summary>
internal sealed class AdministeredServer : IAsyncDisposable
{
    public const string OwnConnection = "East";
    private const string Account = "111122223333";
    private const string Region = "us-east-1";
    private const double ClockScale = 100;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DarkroomServer _server;
    private readonly HashSet<string> _before;

    private AdministeredServer(DarkroomServer server)
    {
        _server = server;
        _before = [.. server.Simulator.Resources(Account, Region).Select(resource => resource.Id)];
    }

    public IReadOnlyList<DarkroomClient> Administrators { get; private set; } = [];

    public IReadOnlyDictionary<Unit, CreateHostingUnitRequest> Places { get; private set; } = new Dictionary<Unit, CreateHostingUnitRequest>();

    /// <param name="compose">Has the last word on the server's parts.</param>
    public static async Task<AdministeredServer> StartAsync(DatabaseKind database, Action<IServiceCollection>? compose = null)
    {
        var server = new AdministeredServer(await DarkroomServer.StartAsync(database, settings => settings with
        {
            ClockScale = ClockScale,
            Simulator = new SimulatorOptions { WorldJson = QuickWorld(), ThrottleFactor = 0, Timings = Quick },
            Compose = services =>
            {
                ReadPauses.Plant(services);
                compose?.Invoke(services);
            },
            Configuration = new Dictionary<string, string?>(settings.Configuration) { ["Limits:RequestsPerSecond"] = "100000" },
        }));
        try
        {
            await server.FurnishAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>What came into the account and is still there.</summary>
    public IEnumerable<ResourceInfo> Added() => _server.Simulator.Resources(Account, Region)
        .Where(r => !_before.Contains(r.Id) && r.State is not ("terminated" or "shutting-down" or "deleted" or "deregistered"));

    /// <summary>When everything that was made is removed again, and a sweep is done: what a purge has left is there, and nothing else.</summary>
    /// <param name="left">What was left of each definition.</param>
    public async Task CheckAccountAsync(IReadOnlyCollection<InAccount> left)
    {
        await _server.Administrator.Sweeps.RunAsync(Ct);
        var added = Added().ToList();
        added.Should().OnlyContain(r => r.Type == "image" || r.Type == "snapshot", "everything else goes with its preparation or its last hosting unit");
        added.Where(r => r.Type == "image").Select(PreparationOf).Should().BeEquivalentTo(left.SelectMany(one => one.Images));
        added.Where(r => r.Type == "snapshot").Select(PreparationOf).Distinct().Should().BeEquivalentTo(left.SelectMany(one => one.Snapshots));
    }

    /// <summary>The preparation that made something, by its tag.</summary>
    public static Guid PreparationOf(ResourceInfo resource) => Guid.Parse(resource.Tags.GetValueOrDefault(ResourceTags.OperationTag, $"{Guid.Empty}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var client in Administrators)
        {
            client.Dispose();
        }

        await _server.DisposeAsync();
    }

    private async Task FurnishAsync()
    {
        var root = _server.Administrator;
        await root.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = OwnConnection, Region = Region }, ct: Ct);
        await root.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = "West", Region = Region }, ct: Ct);
        await root.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = "Europe", Region = "eu-west-1" }, ct: Ct);
        var foreign = _server.Simulator.Principals.Single(p => p is { AccountId: "444455556666", Name: "darkroom" });
        var keys = new CreateConnectionRequest
        {
            HypervisorConnectionName = "Foreign",
            Region = Region,
            AccessKeyId = foreign.AccessKeyId,
            SecretAccessKey = foreign.SecretAccessKey,
        };
        await root.Connections.CreateAsync(keys, ct: Ct);
        Places = new Dictionary<Unit, CreateHostingUnitRequest>
        {
            [Unit.Own] = await PlaceAsync(OwnConnection, "us-east-1a"),
            [Unit.Beside] = await PlaceAsync(OwnConnection, "us-east-1b"),
            [Unit.OtherConnection] = await PlaceAsync("West", "us-east-1b"),
            [Unit.OtherRegion] = await PlaceAsync("Europe", "eu-west-1a"),
            [Unit.OtherAccount] = await PlaceAsync("Foreign", "us-east-1a"),
        };
        var administrators = new List<DarkroomClient>();
        for (var number = 0; number < Plan.MostAdministrators; number++)
        {
            var made = await root.Tokens.CreateAsync(new CreateAccessTokenRequest { Name = $"administrator {number}", Role = Role.Administrator }, ct: Ct);
            administrators.Add(new DarkroomClient(_server.Url, made.Token));
        }

        Administrators = administrators;
    }

    private async Task<CreateHostingUnitRequest> PlaceAsync(string connection, string zone)
    {
        var vpc = $"XDHyp:/Connections/{connection}/Default VPC.virtualprivatecloud";
        var subnets = await _server.Administrator.Connections.Inventory(connection).ListAsync($"{vpc}/{zone}.availabilityzone", ct: Ct);
        return new CreateHostingUnitRequest
        {
            HostingUnitName = connection,
            HypervisorConnection = connection,
            RootPath = vpc,
            AvailabilityZonePath = zone,
            NetworkPaths = [subnets.Items[0].FullPath],
        };
    }

    private static Timings Quick(Timings timings) => timings with
    {
        PendingSeconds = 1,
        StoppingSeconds = 1,
        ShuttingDownSeconds = 1,
        ImageSeconds = 5,
        SnapshotSeconds = 4,
        ConsoleDelaySeconds = 1,
    };

    /// <summary>The demo world with guests that take seconds.</summary>
    private static string QuickWorld()
    {
        using var demo = typeof(SimulatorServer).Assembly.GetManifestResourceStream("worlds/demo.json")!;
        var world = JsonNode.Parse(demo)!;
        foreach (var account in world["accounts"]!.AsArray())
        {
            foreach (var image in account!["regions"]!.AsObject().SelectMany(region => region.Value!["images"]?.AsArray() ?? []))
            {
                if (image!["guest"] is JsonObject guest)
                {
                    guest["bootSeconds"] = 2;
                    guest["stepSeconds"] = new JsonObject { ["EnableDHCP"] = 1, ["OsRearm"] = 1, ["OfficeRearm"] = 1 };
                }
            }
        }

        return world.ToJsonString();
    }
}
