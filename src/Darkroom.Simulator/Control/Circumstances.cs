using System.Text.Json;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Control;

/// <summary>What is changed from above and lasts: how much room the zones have, and the accounts' quotas.</summary>
internal sealed class Circumstances(Simulation simulation)
{
    /// <param name="path">The control endpoint's, below the prefix.</param>
    /// <param name="body">What is posted there.</param>
    /// <exception cref="JsonException">The body can't be understood.</exception>
    /// <exception cref="KeyNotFoundException">The world has no such account, Region or quota.</exception>
    public object Change(string path, string body) => path.Split('/') switch
    {
        ["capacity"] => Apply(Read<CapacityChange>(body)),
        ["accounts", var account, var region, "quotas"] => Apply(Listings.Region(simulation, account, region), Read<QuotaChange>(body)),
        _ => throw new KeyNotFoundException($"{path} is no circumstance."),
    };

    private CapacityChange Apply(CapacityChange change)
    {
        simulation.Capacity.Set(change.Zone, change.InstanceType, change.Available);
        return change;
    }

    private IReadOnlyList<QuotaInfo> Apply(RegionState region, QuotaChange change)
    {
        simulation.Quotas.Set(region.AccountId, region.Name, change.ServiceCode, change.QuotaCode, change.Value);
        return Listings.Quotas(simulation, region.AccountId, region.Name);
    }

    private static T Read<T>(string body) => JsonSerializer.Deserialize<T>(body, ControlEndpoints.Json) ?? throw new JsonException("The body is empty.");

    private sealed record CapacityChange(string Zone, string? InstanceType = null, int? Available = null);

    /// <param name="Value">In the quota's own unit; null is AWS's default.</param>
    private sealed record QuotaChange(string ServiceCode, string QuotaCode, double? Value = null);
}
