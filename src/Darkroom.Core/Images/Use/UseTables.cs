using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Darkroom.Core.Images.Use;

internal sealed class ImageAssignmentTable : IEntityTypeConfiguration<ImageAssignment>
{
    public void Configure(EntityTypeBuilder<ImageAssignment> builder)
    {
        builder.HasKey(a => a.Uid);
        builder.HasIndex(a => a.SpecUid);
        builder.HasIndex(a => a.ProvisioningSchemeUid);
    }
}

internal sealed class BootedMachineTable : IEntityTypeConfiguration<BootedMachine>
{
    public void Configure(EntityTypeBuilder<BootedMachine> builder)
    {
        builder.HasKey(m => m.Uid);
        builder.HasIndex(m => m.SpecUid);
    }
}
