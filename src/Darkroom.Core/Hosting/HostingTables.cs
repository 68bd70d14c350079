using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Darkroom.Core.Hosting;

internal sealed class HypervisorConnectionTable : IEntityTypeConfiguration<HypervisorConnection>
{
    public void Configure(EntityTypeBuilder<HypervisorConnection> builder)
    {
        builder.HasKey(c => c.Uid);
        builder.HasIndex(c => c.NameKey).IsUnique();
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}

internal sealed class HostingUnitTable : IEntityTypeConfiguration<HostingUnit>
{
    public void Configure(EntityTypeBuilder<HostingUnit> builder)
    {
        builder.HasKey(u => u.Uid);
        builder.HasIndex(u => u.NameKey).IsUnique();
        builder.HasOne<HypervisorConnection>().WithMany().HasForeignKey(u => u.ConnectionUid).OnDelete(DeleteBehavior.Restrict);
        builder.Property(u => u.Version).IsConcurrencyToken();
    }
}
