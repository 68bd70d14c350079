using Darkroom.Simulator.Ec2.InstanceTypes;

namespace Darkroom.Simulator.State;

/// <summary>What is the same in a Region for every account: its zones and which instance types each offers.</summary>
internal sealed record RegionInfo(string Name, IReadOnlyList<ZoneInfo> Zones, IReadOnlyList<InstanceTypeInfo> InstanceTypes)
{
    public InstanceTypeInfo? InstanceType(string name) => InstanceTypes.FirstOrDefault(type => type.Name == name);
}

/// <summary>An availability zone: <c>us-east-1a</c> with the id <c>use1-az1</c>.</summary>
internal sealed record ZoneInfo(string Name, string Id);
