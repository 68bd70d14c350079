using Darkroom.Simulator.Iam;

namespace Darkroom.Simulator.State;

/// <summary>An AWS account: its users and roles, which are global, and its Regions.</summary>
internal sealed class Account(string id)
{
    public string Id { get; } = id;

    public List<User> Users { get; } = [];

    public List<Role> Roles { get; } = [];

    public Dictionary<string, RegionState> Regions { get; } = new(StringComparer.Ordinal);
}
