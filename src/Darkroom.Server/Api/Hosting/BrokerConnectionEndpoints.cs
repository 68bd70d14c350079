using System.ComponentModel;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Hosting;

/// <summary>Registrations of hypervisor connections with the broker.</summary>
internal sealed class BrokerConnectionEndpoints : IEndpoints
{
    private const string Root = "/broker-connections";

    public void Map(IEndpointRouteBuilder api)
    {
        var registrations = api.MapGroup(Root).WithTags("Hosting");
        registrations.MapGet("", List).Needs<ListBrokerConnections>();
        registrations.MapPost("", Create).Needs<CreateBrokerConnection>();
        registrations.MapGet("/{brokerUid}", Get).Needs<GetBrokerConnection>();
        registrations.MapDelete("/{brokerUid}", Remove).Needs<RemoveBrokerConnection>();
    }

    /// <summary>Lists registrations, those of removed connections too. Sort by name, uid or createTime.</summary>
    internal static async Task<Ok<Page<BrokerConnectionDto>>> List(
        [Description("Only those of this name; * stands for any characters.")] string? name,
        [AsParameters] PageRequest page, Caller caller, ListBrokerConnections useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, name, page.ToListRequest(), ct));

    /// <summary>Registers a hypervisor connection with the broker.</summary>
    internal static async Task<Created<BrokerConnectionDto>> Create(
        CreateBrokerConnectionRequest request, Caller caller, CreateBrokerConnection useCase, CancellationToken ct)
    {
        var made = await useCase.HandleAsync(caller, request, ct);
        return TypedResults.Created($"{ApiRoutes.Root}{Root}/{made.Uid}", made);
    }

    /// <summary>Shows one registration, by the broker's number.</summary>
    internal static async Task<Ok<BrokerConnectionDto>> Get(int brokerUid, Caller caller, GetBrokerConnection useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, brokerUid, ct));

    /// <summary>Removes a registration; its connection stays as it is.</summary>
    internal static async Task<NoContent> Remove(int brokerUid, Caller caller, RemoveBrokerConnection useCase, CancellationToken ct)
    {
        await useCase.HandleAsync(caller, brokerUid, ct);
        return TypedResults.NoContent();
    }
}
