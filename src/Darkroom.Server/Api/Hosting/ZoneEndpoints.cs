using Darkroom.Contracts.Hosting;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Hosting;

/// <summary>Zones of the site.</summary>
internal sealed class ZoneEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) => api.MapGroup("/zones").WithTags("Hosting").MapGet("", List).Needs<ListZones>();

    /// <summary>Shows the zones of the site; there is one, the primary zone.</summary>
    internal static async Task<Ok<IReadOnlyList<ZoneDto>>> List(Caller caller, ListZones useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, ct));
}
