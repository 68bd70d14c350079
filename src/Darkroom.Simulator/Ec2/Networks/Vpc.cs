using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Networks;

/// <summary>A virtual network.</summary>
internal sealed class Vpc(string id, DateTimeOffset createdAt, string cidr, bool isDefault) : Resource(id, createdAt)
{
    public override string Kind => "vpc";

    public override string Status => "available";

    public string Cidr { get; } = cidr;

    public bool IsDefault { get; } = isDefault;
}
