using Darkroom.Contracts.Images;
using Darkroom.PowerShell.ImageVersionSpecs;

namespace Darkroom.PowerShell.ImagesPendingDelete;

/// <summary>A snapshot of a removed image that the cloud hasn't deleted yet. Times are local.</summary>
public sealed class ImagePendingDelete
{
    internal ImagePendingDelete(PendingImageDeletionDto pending)
    {
        Id = pending.Uid;
        SnapshotId = pending.SnapshotId;
        ImageId = pending.ImageId;
        ImageDefinitionName = pending.ImageDefinitionName;
        ImageVersionNumber = pending.ImageVersionNumber;
        HostingUnitUid = pending.HostingUnitUid;
        HostingUnitName = pending.HostingUnitName;
        Reason = new ImageVersionSpecFinding(pending.Reason);
        CreationTime = pending.CreatedAt.LocalDateTime;
        LastAttemptTime = pending.LastTriedAt.LocalDateTime;
        Attempts = pending.Attempts;
    }

    public Guid Id { get; }

    /// <summary>Cloud id, <c>snap-…</c>.</summary>
    public string SnapshotId { get; }

    /// <summary>Cloud id of the image that it belonged to, which is gone.</summary>
    public string ImageId { get; }

    public string ImageDefinitionName { get; }

    public int ImageVersionNumber { get; }

    /// <summary>The unit that the image was prepared in; it can't be removed before this is gone.</summary>
    public Guid HostingUnitUid { get; }

    public string HostingUnitName { get; }

    /// <summary>Why it couldn't be deleted the last time.</summary>
    public ImageVersionSpecFinding Reason { get; }

    public DateTime CreationTime { get; }

    public DateTime LastAttemptTime { get; }

    public int Attempts { get; }
}
