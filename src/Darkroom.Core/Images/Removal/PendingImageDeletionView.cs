using Darkroom.Contracts.Images;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Images.Removal;

/// <summary>Shows pending deletions with the name of their hosting unit.</summary>
internal static class PendingImageDeletionView
{
    public static IQueryable<PendingImageDeletionDto> Shown(DarkroomDb db) =>
        from pending in db.PendingImageDeletions
        join unit in db.HostingUnits on pending.HostingUnitUid equals unit.Uid
        orderby pending.CreatedAt, pending.Uid
        select new PendingImageDeletionDto
        {
            Uid = pending.Uid,
            SnapshotId = pending.SnapshotId,
            ImageId = pending.ImageId,
            ImageDefinitionName = pending.DefinitionName,
            ImageVersionNumber = pending.VersionNumber,
            HostingUnitUid = unit.Uid,
            HostingUnitName = unit.Name,
            Reason = pending.Reason,
            CreatedAt = pending.CreatedAt,
            LastTriedAt = pending.LastTriedAt,
            Attempts = pending.Attempts,
        };
}
