using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations.Sweep;

/// <summary>Shows the latest sweep of each account.</summary>
public sealed class GetSweepReports(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    public Task<IReadOnlyList<SweepReportDto>> HandleAsync(Caller caller, CancellationToken ct) =>
        runner.ReadAsync<GetSweepReports, IReadOnlyList<SweepReportDto>>(
            caller, async db => await db.SweepReports.OrderBy(r => r.Account).Select(r => r.Report).ToListAsync(ct), ct);
}
