using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.Operations.Sweep;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Operations;

/// <summary>The sweep: what ended operations have left in the accounts.</summary>
internal sealed class SweepEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var sweeps = api.MapGroup("/sweeps").WithTags("Operations");
        sweeps.MapGet("", List).Needs<GetSweepReports>();
        sweeps.MapPost("", Run).Needs<RunSweep>();
    }

    /// <summary>Shows what the last sweep of each account and Region found.</summary>
    internal static async Task<Ok<IReadOnlyList<SweepReportDto>>> List(Caller caller, GetSweepReports useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, ct));

    /// <summary>Sweeps every account now, instead of waiting for the next round.</summary>
    internal static async Task<Ok<IReadOnlyList<SweepReportDto>>> Run(Caller caller, RunSweep useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, ct));
}
