using Darkroom.Contracts.Problems;

namespace Darkroom.Contracts.Images;

/// <summary>What an instance or a launch template version gives to a preparation and to the machines made afterwards.</summary>
public sealed record MachineProfileDto
{
    /// <summary>Absolute, <c>XDHyp:\…</c>.</summary>
    public required string MachineProfile { get; init; }

    /// <summary>Instance type, e.g. <c>t3.medium</c>; null when it names none.</summary>
    public string? ServiceOffering { get; init; }

    /// <summary>The subnet of each network interface, in their order; null where it names none.</summary>
    public required IReadOnlyList<string?> SubnetIds { get; init; }

    /// <summary>What it holds, in words; what it doesn't say is left out.</summary>
    public required IReadOnlyList<MachineProfilePropertyDto> Properties { get; init; }

    /// <summary>What it has and a managed instance can't carry, each naming the property.</summary>
    public required IReadOnlyList<ProblemItemDto> Warnings { get; init; }
}

/// <summary>One thing that a machine profile says.</summary>
public sealed record MachineProfilePropertyDto(string Name, string Value);
