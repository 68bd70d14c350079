using Darkroom.Contracts.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Darkroom.Core.Operations.Sweep;

/// <summary>The latest sweep of an account in a Region.</summary>
public sealed class SweepReport
{
    /// <summary><c>{account}/{Region}</c>.</summary>
    public required string Account { get; init; }
    public required SweepReportDto Report { get; set; }
}

internal sealed class SweepReportTable : IEntityTypeConfiguration<SweepReport>
{
    public void Configure(EntityTypeBuilder<SweepReport> builder) => builder.HasKey(r => r.Account);
}
