using Darkroom.Core.Operations.CloudCalls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Darkroom.Core.Operations;

internal sealed class OperationTable : IEntityTypeConfiguration<Operation>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.HasKey(o => o.Id);
        builder.HasIndex(o => new { o.State, o.CreatedAt });
        builder.HasIndex(o => new { o.Kind, o.ConnectionUid, o.State, o.CreatedAt });
        builder.HasIndex(o => o.SubjectUid);
        builder.HasIndex(o => o.HostingUnitUid);
        builder.Property(o => o.Version).IsConcurrencyToken();
    }
}

internal sealed class OperationEventTable : IEntityTypeConfiguration<OperationEvent>
{
    public void Configure(EntityTypeBuilder<OperationEvent> builder)
    {
        builder.HasKey(e => e.Sequence);
        builder.HasIndex(e => new { e.OperationId, e.Sequence });
        builder.HasOne<Operation>().WithMany().HasForeignKey(e => e.OperationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OperationMetadataTable : IEntityTypeConfiguration<OperationMetadata>
{
    public void Configure(EntityTypeBuilder<OperationMetadata> builder)
    {
        builder.HasKey(m => m.OperationId);
        builder.HasOne<Operation>().WithOne().HasForeignKey<OperationMetadata>(m => m.OperationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OperationCloudCallTable : IEntityTypeConfiguration<OperationCloudCall>
{
    public void Configure(EntityTypeBuilder<OperationCloudCall> builder)
    {
        builder.HasKey(c => c.Sequence);
        builder.HasIndex(c => new { c.OperationId, c.Sequence });
        builder.HasOne<Operation>().WithMany().HasForeignKey(c => c.OperationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ResourceIntentTable : IEntityTypeConfiguration<ResourceIntent>
{
    public void Configure(EntityTypeBuilder<ResourceIntent> builder)
    {
        builder.HasKey(i => i.Reference);
        builder.HasIndex(i => new { i.ConnectionUid, i.ClosedAt });
    }
}
