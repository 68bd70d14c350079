using Darkroom.Client;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Simulator;
using Darkroom.Simulator.Control;

namespace Darkroom.Server.Tests.Crash;

/// <summary>The simulated account, which outlives every server, and what operations may leave in it.</summary>
internal sealed class AccountUnderFire : IAsyncDisposable
{
    public const double ClockScale = 60;

    /// <summary>The hosting unit that images are shared to.</summary>
    public const string Other = "zone-b";
    private const string Account = "111122223333";
    private const string Region = "us-east-1";
    private const string Definition = "golden";
    private const string Unit = "zone-a";

    private readonly HashSet<string> _before;

    private AccountUnderFire(SimulatorServer simulator)
    {
        Simulator = simulator;
        _before = [.. simulator.Resources(Account, Region).Select(r => r.Id)];
    }

    public SimulatorServer Simulator { get; }

    /// <summary>Instances stay listed for ever, so that each one that ever was can be counted.</summary>
    public static async Task<AccountUnderFire> StartAsync() => new(await SimulatorServer.StartAsync(
        new SimulatorOptions { ClockScale = ClockScale, Timings = timings => timings with { TerminatedListedSeconds = 1e7 } }, TestContext.Current.CancellationToken));

    public static async Task DescribeAsync(DarkroomClient client)
    {
        var ct = TestContext.Current.CancellationToken;
        await client.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = "cloud", Region = Region }, ct: ct);
        const string Vpc = @"XDHyp:\Connections\cloud\Default VPC.virtualprivatecloud";
        foreach (var (unit, zone) in new[] { (Unit, "us-east-1a"), (Other, "us-east-1b") })
        {
            var subnets = await client.Connections.Inventory("cloud").ListAsync($@"{Vpc}\{zone}.availabilityzone", ct: ct);
            await client.HostingUnits.CreateAsync(
                new CreateHostingUnitRequest
                {
                    HostingUnitName = unit,
                    HypervisorConnection = "cloud",
                    RootPath = Vpc,
                    AvailabilityZonePath = zone,
                    NetworkPaths = [subnets.Items[0].FullPath],
                },
                ct: ct);
        }

        await client.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = Definition, OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: ct);
        await client.ImageDefinitions.AddConnectionAsync(Definition, "cloud", ct: ct);
    }

    /// <summary>Starts a preparation of a new version.</summary>
    public static async Task<Begun> PrepareAsync(DarkroomClient client)
    {
        var ct = TestContext.Current.CancellationToken;
        var version = await client.ImageVersions.CreateAsync(Definition, ct: ct);
        var master = new AddMasterSpecRequest { HostingUnit = Unit, MasterImagePath = $@"XDHyp:\HostingUnits\{Unit}\win10-2411-ami (ami-00123456789abcdef).template" };
        var spec = await client.ImageVersions.AddMasterSpecAsync(
            Definition, version.ImageVersionNumber.ToString(System.Globalization.CultureInfo.InvariantCulture), master, ct: ct);
        var profile = $@"XDHyp:\HostingUnits\{Unit}\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion";
        var started = await client.ImageVersionSpecs.PrepareAsync(spec.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = profile }, ct: ct);
        return new Begun("PrepareImage", started.OperationId, started.ImageVersionSpecUid);
    }

    /// <summary>What came into the account, instances that are gone included.</summary>
    public IReadOnlyList<ResourceInfo> Added() => [.. Simulator.Resources(Account, Region).Where(r => !_before.Contains(r.Id))];

    /// <summary>What an operation made, by its tag.</summary>
    public IReadOnlyList<ResourceInfo> MadeBy(Guid operation, string type) =>
        [.. Added().Where(r => r.Type == type && r.Tags.GetValueOrDefault(ResourceTags.OperationTag) == operation.ToString())];

    public ValueTask DisposeAsync() => Simulator.DisposeAsync();
}
