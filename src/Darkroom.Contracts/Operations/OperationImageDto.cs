namespace Darkroom.Contracts.Operations;

/// <summary>The prepared spec that an operation works on: what it is made of, and where.</summary>
public sealed record OperationImageDto
{
    public required Guid ImageVersionSpecUid { get; init; }

    /// <summary>The master spec.</summary>
    public required Guid SourceImageVersionSpecUid { get; init; }
    public required Guid ImageVersionUid { get; init; }
    public required int ImageVersionNumber { get; init; }
    public required Guid ImageDefinitionUid { get; init; }
    public required string ImageDefinitionName { get; init; }
    public required Guid HostingUnitUid { get; init; }
    public required string HostingUnitName { get; init; }

    /// <summary>Path of the master AMI relative to the hosting unit, with forward slashes.</summary>
    public required string MasterImagePath { get; init; }

    /// <summary>GB; 0 until known.</summary>
    public required int DiskSize { get; init; }
    public string? MachineProfile { get; init; }
    public string? CustomProperties { get; init; }
}
