namespace Darkroom.Contracts.Hosting;

/// <summary>A zone of the site (Get-ConfigZone). There is one, the primary zone, and its uid never changes.</summary>
public sealed record ZoneDto
{
    public required Guid Uid { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required bool IsPrimary { get; init; }
}
