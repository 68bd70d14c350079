using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Darkroom.Core.ServiceConfiguration;

/// <summary>A setting of the whole site that isn't left at its default.</summary>
public sealed class ServiceSetting
{
    /// <summary>As <see cref="KnownSettings"/> spells it.</summary>
    public required string Name { get; init; }

    /// <summary>As its <see cref="KnownSetting.Read"/> has returned it.</summary>
    public required string Value { get; set; }
    public required DateTimeOffset SetAt { get; set; }
}

internal sealed class ServiceSettingTable : IEntityTypeConfiguration<ServiceSetting>
{
    public void Configure(EntityTypeBuilder<ServiceSetting> builder) => builder.HasKey(s => s.Name);
}
