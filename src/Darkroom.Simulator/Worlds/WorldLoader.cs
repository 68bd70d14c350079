using System.Text.Json;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.Iam;
using Darkroom.Simulator.State;
using Darkroom.Simulator.Time;

namespace Darkroom.Simulator.Worlds;

/// <summary>Builds the simulated cloud out of a world file.</summary>
internal static class WorldLoader
{
    /// <exception cref="JsonException">The world can't be understood, or makes no sense.</exception>
    public static Simulation Load(WorldSource source, SimulatedClock clock, SimulatorOptions options)
    {
        var world = JsonSerializer.Deserialize<WorldFile>(source.Text, WorldFile.Options)
            ?? throw new JsonException("The world file is empty.");
        try
        {
            return Built(world, source, clock, options);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or ArgumentException or FormatException or InvalidOperationException or AwsException)
        {
            throw new JsonException($"It makes no sense: {exception.Message}", exception);
        }
    }

    private static Simulation Built(WorldFile world, WorldSource source, SimulatedClock clock, SimulatorOptions options)
    {
        var timings = options.Timings?.Invoke(world.Timings) ?? world.Timings;
        var simulation = new Simulation(clock, timings, new IdSource(options.Seed), new Throttle(clock, options.ThrottleFactor));
        simulation.Regions.AddRange(world.Regions.Select(region => new RegionInfo(region.Name, region.Zones, world.InstanceTypes)));
        foreach (var account in world.Accounts)
            simulation.Accounts.Add(account.Id, AccountOf(simulation, source, account));
        return simulation;
    }

    private static Account AccountOf(Simulation simulation, WorldSource source, WorldAccount world)
    {
        var account = new Account(world.Id);
        account.Users.AddRange(world.Users.Select(user => new User(
            new Principal(world.Id, user.Name, $"arn:aws:iam::{world.Id}:user/{user.Name}", "AIDA" + user.AccessKeyId[4..],
                PolicyOf(source, user.Policy, user.PolicyFile)),
            user.AccessKeyId, user.SecretAccessKey)));
        foreach (var role in world.Roles.Select(role => RoleOf(simulation, source, world.Id, role)))
        {
            if (!account.TryAdd(role))
                throw new JsonException($"Account {world.Id} has two roles named {role.Name}.");
        }
        foreach (var info in simulation.Regions)
        {
            var region = new RegionState(simulation, world.Id, info);
            account.Regions.Add(info.Name, region);
            if (world.Regions.TryGetValue(info.Name, out var contents))
                new RegionFurnisher(region).Furnish(contents);
        }
        if (world.Regions.Keys.FirstOrDefault(name => !account.Regions.ContainsKey(name)) is { } unknown)
            throw new JsonException($"Account {world.Id} has contents in {unknown}, which is no Region of this world.");
        return account;
    }

    private static Role RoleOf(Simulation simulation, WorldSource source, string accountId, WorldRole role) => new(
        accountId, role.Name, $"arn:aws:iam::{accountId}:role{role.Path}{role.Name}", "AROA" + simulation.Ids.Hex(16).ToUpperInvariant(),
        PolicyOf(source, role.Policy, role.PolicyFile), TrustPolicy.Read(role.Trust), role.Trust.GetRawText(), role.Path,
        simulation.Clock.UtcNow - TimeSpan.FromDays(1));

    private static PolicyDocument PolicyOf(WorldSource source, JsonElement? policy, string? policyFile)
    {
        if (policy is { } written)
            return PolicyDocument.Read(written);
        if (policyFile is null)
            throw new JsonException("A user or role needs a policy or a policyFile.");
        using var document = JsonDocument.Parse(source.Beside(policyFile));
        return PolicyDocument.Read(document.RootElement.Clone());
    }
}
