using System.Collections.Immutable;
using Darkroom.Simulator.Iam;

namespace Darkroom.Simulator.State;

/// <summary>An AWS account: its users and roles, which are global, and its Regions.</summary>
internal sealed class Account(string id)
{
    private readonly Lock gate = new();

    public string Id { get; } = id;

    public List<User> Users { get; } = [];

    /// <summary>Its roles; a new list when one is added, since readers hold no lock.</summary>
    public ImmutableList<Role> Roles { get; private set; } = [];

    public Dictionary<string, RegionState> Regions { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a role; false when there is one of its name.</summary>
    public bool TryAdd(Role role)
    {
        lock (gate)
        {
            if (Roles.Exists(other => other.Name == role.Name))
                return false;
            Roles = Roles.Add(role);
            return true;
        }
    }
}
