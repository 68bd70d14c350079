using Darkroom.Simulator.Ec2;
using Darkroom.Simulator.Ec2.Instances;
using Darkroom.Simulator.ServiceQuotas;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Control;

/// <summary>One thing in an account's Region.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type as tag specifications call it, for example <c>security-group</c>.</param>
/// <param name="State">Its state.</param>
/// <param name="Tags">Its tags.</param>
public sealed record ResourceInfo(string Id, string Type, string State, IReadOnlyDictionary<string, string> Tags);

/// <summary>A user of a world, with its key: nothing here is secret.</summary>
public sealed record PrincipalInfo(string AccountId, string Name, string Arn, string AccessKeyId, string SecretAccessKey);

/// <summary>A quota of an account in a Region, in the unit its name says.</summary>
public sealed record QuotaInfo(string ServiceCode, string QuotaCode, string Name, double Value, double Used);

/// <summary>What can be seen of the simulated cloud from above it.</summary>
internal static class Listings
{
    public static IReadOnlyList<PrincipalInfo> Principals(Simulation simulation) =>
        [.. simulation.Accounts.Values.SelectMany(account => account.Users).Select(user => new PrincipalInfo(
            user.Principal.AccountId, user.Principal.Name, user.Principal.Arn, user.AccessKeyId, user.SecretAccessKey))];

    public static IReadOnlyList<ResourceInfo> Resources(Simulation simulation, string accountId, string regionName)
    {
        var region = Region(simulation, accountId, regionName);
        using var held = region.Enter();
        return [.. region.Resources.Everything.Select(resource => new ResourceInfo(
            resource.Id, resource.Kind, resource.Status, new Dictionary<string, string>(resource.Tags)))];
    }

    public static IReadOnlyList<QuotaInfo> Quotas(Simulation simulation, string accountId, string regionName)
    {
        var region = Region(simulation, accountId, regionName);
        using var held = region.Enter();
        return [.. PublishedQuotas.All.Select(quota => new QuotaInfo(quota.ServiceCode, quota.Code, quota.Name,
            simulation.Quotas.Value(accountId, regionName, quota), QuotaUse.Of(region, quota)))];
    }

    /// <summary>What a guest has printed so far, or null when there is no such instance.</summary>
    public static string? Console(Simulation simulation, string accountId, string regionName, string instanceId)
    {
        var region = Region(simulation, accountId, regionName);
        using var held = region.Enter();
        return region.Resources.TryFind<Instance>(instanceId, out var instance)
            ? System.Text.Encoding.UTF8.GetString(instance.Console.Read(region.Now))
            : null;
    }

    public static RegionState Region(Simulation simulation, string accountId, string regionName) =>
        simulation.Accounts.TryGetValue(accountId, out var account) && account.Regions.TryGetValue(regionName, out var region)
            ? region
            : throw new KeyNotFoundException($"The world has no account {accountId} with a Region {regionName}.");
}
