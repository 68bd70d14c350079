using Darkroom.Core.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Darkroom.Core.Images;

internal sealed class ImageDefinitionTable : IEntityTypeConfiguration<ImageDefinition>
{
    public void Configure(EntityTypeBuilder<ImageDefinition> builder)
    {
        builder.HasKey(d => d.Uid);
        builder.HasIndex(d => d.NameKey).IsUnique();
        builder.Property(d => d.Version).IsConcurrencyToken();
    }
}

internal sealed class ImageDefinitionConnectionTable : IEntityTypeConfiguration<ImageDefinitionConnection>
{
    public void Configure(EntityTypeBuilder<ImageDefinitionConnection> builder)
    {
        builder.HasKey(c => new { c.DefinitionUid, c.ConnectionUid });
        builder.HasOne<ImageDefinition>().WithMany().HasForeignKey(c => c.DefinitionUid).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HypervisorConnection>().WithMany().HasForeignKey(c => c.ConnectionUid).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImageVersionTable : IEntityTypeConfiguration<ImageVersion>
{
    public void Configure(EntityTypeBuilder<ImageVersion> builder)
    {
        builder.HasKey(v => v.Uid);
        builder.HasIndex(v => new { v.DefinitionUid, v.Number }).IsUnique();
        builder.HasOne<ImageDefinition>().WithMany().HasForeignKey(v => v.DefinitionUid).OnDelete(DeleteBehavior.Restrict);
        builder.Property(v => v.Version).IsConcurrencyToken();
    }
}

internal sealed class ImageVersionSpecTable : IEntityTypeConfiguration<ImageVersionSpec>
{
    public void Configure(EntityTypeBuilder<ImageVersionSpec> builder)
    {
        builder.HasKey(s => s.Uid);
        builder.HasIndex(s => new { s.ImageVersionUid, s.IsPrepared }).IsUnique();
        builder.HasOne<ImageVersion>().WithMany().HasForeignKey(s => s.ImageVersionUid).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HostingUnit>().WithMany().HasForeignKey(s => s.HostingUnitUid).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImageVersionSpec>().WithMany().HasForeignKey(s => s.SourceSpecUid).OnDelete(DeleteBehavior.Restrict);
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}

internal sealed class ImageVersionSpecHostingUnitTable : IEntityTypeConfiguration<ImageVersionSpecHostingUnit>
{
    public void Configure(EntityTypeBuilder<ImageVersionSpecHostingUnit> builder)
    {
        builder.HasKey(u => new { u.SpecUid, u.HostingUnitUid });
        builder.HasOne<ImageVersionSpec>().WithMany().HasForeignKey(u => u.SpecUid).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<HostingUnit>().WithMany().HasForeignKey(u => u.HostingUnitUid).OnDelete(DeleteBehavior.Restrict);
        builder.Property(u => u.Version).IsConcurrencyToken();
    }
}
