using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Clouds;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Images;

/// <summary>
/// <em>Master</em>: the AMI a version starts from. <em>Prepared</em>: the sealed AMI made from the master.
/// </summary>
public sealed class ImageVersionSpec : IVersioned
{
    public Guid Uid { get; init; } = Guid.CreateVersion7();
    public required Guid ImageVersionUid { get; init; }

    /// <summary>The primary hosting unit.</summary>
    public required Guid HostingUnitUid { get; set; }
    public required bool IsPrepared { get; init; }
    public Guid? SourceSpecUid { get; init; }

    /// <summary>Relative to the hosting unit, with forward slashes.</summary>
    public required string MasterImagePath { get; set; }
    public required string MasterImageId { get; set; }

    /// <summary>The sealed image; null on a master spec and until it is captured.</summary>
    public string? ImageId { get; set; }
    public IReadOnlyList<string> SnapshotIds { get; set; } = [];
    public ImageVersionSpecStatus Status { get; set; }
    public int DiskSizeGb { get; set; }
    public ImageSchemeDto? Scheme { get; set; }
    public MachineProfile? Profile { get; set; }
    public ImageRuntimeInfoDto? RuntimeInfo { get; set; }
    public IReadOnlyList<ProblemItemDto> Errors { get; set; } = [];
    public IReadOnlyList<ProblemItemDto> Warnings { get; set; } = [];
    public Guid? OperationId { get; set; }
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = UseCases.Metadata.None;
    public DateTimeOffset CreatedAt { get; init; }
    public long Version { get; set; } = 1;
}
