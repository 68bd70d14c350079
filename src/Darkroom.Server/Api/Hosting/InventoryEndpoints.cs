using System.ComponentModel;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Preparation;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Hosting;

/// <summary>What lies in the cloud below connections and hosting units.</summary>
internal sealed class InventoryEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var connection = api.MapGroup("/connections/{nameOrUid}/inventory").WithTags("Inventory");
        connection.MapGet("", ListBelowConnection).Needs<ListInventory>().WithName("ListConnectionInventory");
        connection.MapGet("/item", GetBelowConnection).Needs<GetInventoryItem>().WithName("GetConnectionInventoryItem");

        var unit = api.MapGroup("/hosting-units/{nameOrUid}/inventory").WithTags("Inventory");
        unit.MapGet("", ListBelowHostingUnit).Needs<ListInventory>().WithName("ListHostingUnitInventory");
        unit.MapGet("/item", GetBelowHostingUnit).Needs<GetInventoryItem>().WithName("GetHostingUnitInventoryItem");
        api.MapGet("/hosting-units/{nameOrUid}/machine-profile", GetProfile).WithTags("Inventory").Needs<GetMachineProfile>();
        api.MapPost("/hosting-units/{nameOrUid}/preparation-checks", CheckPlanned).WithTags("Inventory").Needs<CheckPlannedPreparation>();
    }

    /// <summary>Lists VPCs, availability zones and subnets below a connection, by type and path.</summary>
    internal static async Task<Ok<Page<InventoryItemDto>>> ListBelowConnection(
        string nameOrUid, [AsParameters] InventoryParameters wanted, [AsParameters] PageRequest page, Caller caller, ListInventory useCase,
        CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleBelowConnectionAsync(caller, nameOrUid, wanted.ToRequest(), page.ToListRequest(), ct));

    /// <summary>Shows the item that a path below a connection names.</summary>
    internal static async Task<Ok<InventoryItemDto>> GetBelowConnection(
        string nameOrUid, [AsParameters] InventoryItemParameters wanted, Caller caller, GetInventoryItem useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleBelowConnectionAsync(caller, nameOrUid, wanted.ToRequest(), ct));

    /// <summary>Lists images, machines, launch templates, sizes, networks and security groups below a hosting unit, by type and path.</summary>
    internal static async Task<Ok<Page<InventoryItemDto>>> ListBelowHostingUnit(
        string nameOrUid, [AsParameters] InventoryParameters wanted, [AsParameters] PageRequest page, Caller caller, ListInventory useCase,
        CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleBelowHostingUnitAsync(caller, nameOrUid, wanted.ToRequest(), page.ToListRequest(), ct));

    /// <summary>Shows the item that a path below a hosting unit names.</summary>
    internal static async Task<Ok<InventoryItemDto>> GetBelowHostingUnit(
        string nameOrUid, [AsParameters] InventoryItemParameters wanted, Caller caller, GetInventoryItem useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleBelowHostingUnitAsync(caller, nameOrUid, wanted.ToRequest(), ct));

    /// <summary>Shows what a preparation would capture of an instance or a launch template version, and what of it can't be carried.</summary>
    internal static async Task<Ok<MachineProfileDto>> GetProfile(
        string nameOrUid, [Description("Path of an instance or of a launch template version.")] string? path, Caller caller, GetMachineProfile useCase,
        CancellationToken ct) => TypedResults.Ok(await useCase.HandleAsync(caller, nameOrUid, path, ct));

    /// <summary>Tells what a preparation in the hosting unit would meet, before there is a definition or a version for it.</summary>
    internal static async Task<Ok<ImagePreparationChecksDto>> CheckPlanned(
        string nameOrUid, PlannedPreparationRequest request, Caller caller, CheckPlannedPreparation useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, nameOrUid, request, ct));
}
