using Darkroom.Contracts.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Darkroom.Core.Images.Removal;

/// <summary>A snapshot of a removed image that the cloud didn't delete; it is tried again with every sweep.</summary>
public sealed class PendingImageDeletion
{
    public Guid Uid { get; init; } = Guid.CreateVersion7();
    public required string SnapshotId { get; init; }
    public required string ImageId { get; init; }
    public required string DefinitionName { get; init; }
    public required int VersionNumber { get; init; }

    /// <summary>The unit that the image was prepared in; it stays while this does.</summary>
    public required Guid HostingUnitUid { get; init; }
    public required ProblemItemDto Reason { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastTriedAt { get; set; }
    public int Attempts { get; set; } = 1;
}

internal sealed class PendingImageDeletionTable : IEntityTypeConfiguration<PendingImageDeletion>
{
    public void Configure(EntityTypeBuilder<PendingImageDeletion> builder)
    {
        builder.HasKey(p => p.Uid);
        builder.HasIndex(p => p.HostingUnitUid);
    }
}
