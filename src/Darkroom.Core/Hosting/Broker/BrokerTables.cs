using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Darkroom.Core.Hosting;

internal sealed class ZoneTable : IEntityTypeConfiguration<Zone>
{
    public void Configure(EntityTypeBuilder<Zone> builder)
    {
        builder.HasKey(z => z.Uid);
        builder.HasIndex(z => z.NameKey).IsUnique();
    }
}

internal sealed class BrokerConnectionTable : IEntityTypeConfiguration<BrokerConnection>
{
    public void Configure(EntityTypeBuilder<BrokerConnection> builder)
    {
        builder.HasKey(r => r.Uid);
        builder.HasIndex(r => r.NameKey).IsUnique();
        builder.HasIndex(r => r.ConnectionUid).IsUnique();
        builder.HasOne<Zone>().WithMany().HasForeignKey(r => r.ZoneUid).OnDelete(DeleteBehavior.Restrict);
    }
}
