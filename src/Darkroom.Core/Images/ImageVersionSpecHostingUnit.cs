using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Images;

/// <summary>A hosting unit in which a prepared spec may be used; one row is the primary one, the others are shares.</summary>
public sealed class ImageVersionSpecHostingUnit : IVersioned
{
    public required Guid SpecUid { get; init; }
    public required Guid HostingUnitUid { get; init; }
    public required bool IsPrimary { get; init; }

    /// <summary>Of a share; the primary row's state is the spec's.</summary>
    public ImageShareStatus Status { get; set; }

    /// <summary>An operation is making or removing the share.</summary>
    public bool IsAtWork => Status is ImageShareStatus.InProgress or ImageShareStatus.Deleting;
    public IReadOnlyList<ProblemItemDto> Errors { get; set; } = [];

    /// <summary>What was checked before it was shared.</summary>
    public IReadOnlyList<ImageCheckDto> Checks { get; set; } = [];

    /// <summary>The latest operation on the share.</summary>
    public Guid? OperationId { get; set; }
    public DateTimeOffset? SharedAt { get; set; }
    public long Version { get; set; } = 1;
}
