using Darkroom.Simulator;
using Darkroom.Simulator.Control;

namespace Darkroom.Server.Demo;

/// <summary>Everything in the simulated accounts by id, terminated instances left out.</summary>
internal sealed class AccountListing
{
    private static readonly string[] Accounts = [Demonstration.Account, Demonstration.OtherAccount];
    private static readonly string[] Regions = ["us-east-1", "eu-west-1"];

    private readonly SimulatorServer _simulator;
    private readonly Dictionary<string, ResourceInfo> _resources;

    private AccountListing(SimulatorServer simulator) => (_simulator, _resources) = (simulator, Listed(simulator));

    public static AccountListing Of(SimulatorServer simulator) => new(simulator);

    public int Count => _resources.Count;

    /// <summary>Ids that were there and aren't any more.</summary>
    public IReadOnlyList<string> Gone => [.. _resources.Keys.Except(Listed(_simulator).Keys)];

    /// <summary>What is new, once no instance is on its way out any more with its volumes and interfaces.</summary>
    public async Task<IReadOnlyList<ResourceInfo>> AddedAsync(CancellationToken ct)
    {
        while (All(_simulator).Any(r => r.State == "shutting-down"))
        {
            await _simulator.Clock.Delay(TimeSpan.FromSeconds(5), ct);
        }

        return [.. Listed(_simulator).Values.Where(r => !_resources.ContainsKey(r.Id))];
    }

    private static Dictionary<string, ResourceInfo> Listed(SimulatorServer simulator) =>
        All(simulator).Where(r => r.State != "terminated").ToDictionary(r => r.Id);

    private static IEnumerable<ResourceInfo> All(SimulatorServer simulator) =>
        Accounts.SelectMany(account => Regions.SelectMany(region => simulator.Resources(account, region)));
}
