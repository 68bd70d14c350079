using Darkroom.Simulator;
using Darkroom.Simulator.Control;

namespace Darkroom.Server.Demo;

/// <summary>Everything in a simulated account by id, terminated instances left out.</summary>
internal sealed class AccountListing
{
    private static readonly string[] Regions = ["us-east-1", "eu-west-1"];

    private readonly Dictionary<string, ResourceInfo> _resources;

    private AccountListing(Dictionary<string, ResourceInfo> resources) => _resources = resources;

    public static AccountListing Of(SimulatorServer simulator, string account) =>
        new(All(simulator, account).Where(r => r.State != "terminated").ToDictionary(r => r.Id));

    /// <summary>What is new, once no instance is on its way out any more with its volumes and interfaces.</summary>
    public static async Task<IReadOnlyList<ResourceInfo>> AddedSinceAsync(AccountListing before, SimulatorServer simulator, string account, CancellationToken ct)
    {
        while (All(simulator, account).Any(r => r.State == "shutting-down"))
        {
            await simulator.Clock.Delay(TimeSpan.FromSeconds(5), ct);
        }

        return [.. Of(simulator, account)._resources.Values.Where(r => !before._resources.ContainsKey(r.Id))];
    }

    public IReadOnlyList<string> GoneFrom(SimulatorServer simulator, string account) => [.. _resources.Keys.Except(Of(simulator, account)._resources.Keys)];

    private static IEnumerable<ResourceInfo> All(SimulatorServer simulator, string account) => Regions.SelectMany(region => simulator.Resources(account, region));
}
