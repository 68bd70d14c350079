using System.ComponentModel;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Hosting;

/// <summary>Hypervisor connections.</summary>
internal sealed class ConnectionEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var connections = api.MapGroup("/connections").WithTags("Hosting");
        connections.MapGet("", List).Needs<ListConnections>();
        connections.MapPost("", Create).Needs<CreateConnection>();
        connections.MapGet("/{nameOrUid}", Get).Needs<GetConnection>();
        connections.MapPatch("/{nameOrUid}", Update).Needs<UpdateConnection>();
        connections.MapDelete("/{nameOrUid}", Remove).Needs<RemoveConnection>();
    }

    /// <summary>Lists hypervisor connections.</summary>
    internal static async Task<Ok<Page<HypervisorConnectionDto>>> List(
        [Description("Only those of this name; * stands for any characters.")] string? name,
        [AsParameters] PageRequest page, Caller caller, ListConnections useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, name, page.ToListRequest(), ct));

    /// <summary>Makes a connection, once the cloud has accepted its credentials.</summary>
    internal static async Task<Created<HypervisorConnectionDto>> Create(
        CreateConnectionRequest request, Caller caller, CreateConnection useCase, HttpResponse response, CancellationToken ct)
    {
        var made = await useCase.HandleAsync(caller, request, ct);
        response.SetEntityTag(made.Version);
        return TypedResults.Created($"{ApiRoutes.Root}/connections/{made.HypervisorConnectionUid}", made);
    }

    /// <summary>Shows one connection.</summary>
    internal static async Task<Ok<HypervisorConnectionDto>> Get(
        string nameOrUid, Caller caller, GetConnection useCase, HttpResponse response, CancellationToken ct) =>
        Answer(response, await useCase.HandleAsync(caller, nameOrUid, ct));

    /// <summary>Changes a connection; new credentials are tried before they are saved.</summary>
    internal static async Task<Ok<HypervisorConnectionDto>> Update(
        string nameOrUid, UpdateConnectionRequest request, IfMatch ifMatch, Caller caller, UpdateConnection useCase, HttpResponse response,
        CancellationToken ct) => Answer(response, await useCase.HandleAsync(caller, nameOrUid, request, ifMatch.Version, ct));

    /// <summary>Removes a connection that nothing uses.</summary>
    internal static async Task<NoContent> Remove(string nameOrUid, IfMatch ifMatch, Caller caller, RemoveConnection useCase, CancellationToken ct)
    {
        await useCase.HandleAsync(caller, nameOrUid, ifMatch.Version, ct);
        return TypedResults.NoContent();
    }

    private static Ok<HypervisorConnectionDto> Answer(HttpResponse response, HypervisorConnectionDto connection)
    {
        response.SetEntityTag(connection.Version);
        return TypedResults.Ok(connection);
    }
}
