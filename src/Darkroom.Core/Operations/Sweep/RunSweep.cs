using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Operations.Sweep;

/// <summary>Sweeps every account now, instead of waiting for the next round.</summary>
public sealed class RunSweep(UseCaseRunner runner, AccountSweep sweep) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    public Task<IReadOnlyList<SweepReportDto>> HandleAsync(Caller caller, CancellationToken ct) =>
        runner.ChangeAsync<RunSweep, IReadOnlyList<SweepReportDto>, IReadOnlyList<SweepReportDto>>(
            caller,
            "",
            _ => sweep.RunAsync(ct),
            (change, reports) =>
            {
                foreach (var report in reports.Where(r => r.Removed.Count > 0))
                {
                    change.Audit("Account", Guid.Empty, $"{report.AccountId}/{report.Region}", report.Removed, null);
                }

                return Task.FromResult(reports);
            },
            ct);
}
