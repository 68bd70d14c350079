namespace Darkroom.Simulator.Ec2.InstanceTypes;

/// <summary>An instance type, as the world describes it.</summary>
internal sealed record InstanceTypeInfo
{
    public required string Name { get; init; }

    public required int Vcpus { get; init; }

    public required int MemoryMiB { get; init; }

    public string Architecture { get; init; } = "x86_64";

    public int ThreadsPerCore { get; init; } = 2;

    public int MaximumNetworkInterfaces { get; init; } = 3;

    public string NetworkPerformance { get; init; } = "Up to 5 Gigabit";

    public bool Burstable { get; init; }

    public bool CurrentGeneration { get; init; } = true;

    public bool HibernationSupported { get; init; }

    /// <summary>The zones that don't offer it.</summary>
    public IReadOnlyList<string> NotOfferedIn { get; init; } = [];

    public bool OfferedIn(string zone) => !NotOfferedIn.Contains(zone);
}
