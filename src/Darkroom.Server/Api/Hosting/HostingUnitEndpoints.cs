using System.ComponentModel;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Hosting;

/// <summary>Hosting units.</summary>
internal sealed class HostingUnitEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var units = api.MapGroup("/hosting-units").WithTags("Hosting");
        units.MapGet("", List).Needs<ListHostingUnits>();
        units.MapPost("", Create).Needs<CreateHostingUnit>();
        units.MapGet("/{nameOrUid}", Get).Needs<GetHostingUnit>();
        units.MapPatch("/{nameOrUid}", Update).Needs<UpdateHostingUnit>();
        units.MapDelete("/{nameOrUid}", Remove).Needs<RemoveHostingUnit>();
    }

    /// <summary>Lists hosting units.</summary>
    internal static async Task<Ok<Page<HostingUnitDto>>> List(
        [Description("Only those of this name; * stands for any characters.")] string? name,
        [Description("Only those of this connection, by name or uid.")] string? connection,
        [AsParameters] PageRequest page, Caller caller, ListHostingUnits useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, name, connection, page.ToListRequest(), ct));

    /// <summary>Makes a hosting unit of a VPC, an availability zone and subnets.</summary>
    internal static async Task<Created<HostingUnitDto>> Create(
        CreateHostingUnitRequest request, Caller caller, CreateHostingUnit useCase, HttpResponse response, CancellationToken ct)
    {
        var made = await useCase.HandleAsync(caller, request, ct);
        response.SetEntityTag(made.Version);
        return TypedResults.Created($"{ApiRoutes.Root}/hosting-units/{made.HostingUnitUid}", made);
    }

    /// <summary>Shows one hosting unit.</summary>
    internal static async Task<Ok<HostingUnitDto>> Get(
        string nameOrUid, Caller caller, GetHostingUnit useCase, HttpResponse response, CancellationToken ct) =>
        Answer(response, await useCase.HandleAsync(caller, nameOrUid, ct));

    /// <summary>Renames a hosting unit, or chooses its subnets anew.</summary>
    internal static async Task<Ok<HostingUnitDto>> Update(
        string nameOrUid, UpdateHostingUnitRequest request, IfMatch ifMatch, Caller caller, UpdateHostingUnit useCase, HttpResponse response,
        CancellationToken ct) => Answer(response, await useCase.HandleAsync(caller, nameOrUid, request, ifMatch.Version, ct));

    /// <summary>Removes a hosting unit that nothing uses.</summary>
    internal static async Task<NoContent> Remove(string nameOrUid, IfMatch ifMatch, Caller caller, RemoveHostingUnit useCase, CancellationToken ct)
    {
        await useCase.HandleAsync(caller, nameOrUid, ifMatch.Version, ct);
        return TypedResults.NoContent();
    }

    private static Ok<HostingUnitDto> Answer(HttpResponse response, HostingUnitDto unit)
    {
        response.SetEntityTag(unit.Version);
        return TypedResults.Ok(unit);
    }
}
