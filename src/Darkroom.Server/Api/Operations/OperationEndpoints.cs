using System.ComponentModel;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Images.Preparation.Console;
using Darkroom.Core.Operations;
using Darkroom.Core.Operations.CloudCalls;
using Darkroom.Core.UseCases;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Operations;

/// <summary>Durable operations.</summary>
internal sealed class OperationEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var operations = api.MapGroup("/operations").WithTags("Operations");
        operations.MapGet("", List).Needs<ListOperations>();
        operations.MapGet("/{id}", Get).Needs<GetOperation>();
        operations.MapDelete("/{id}", Remove).Needs<RemoveOperation>();
        operations.MapPost("/{id}/retry", Retry).Needs<RetryOperation>();
        operations.MapPost("/{id}/cancel", Cancel).Needs<CancelOperation>();
        operations.MapPost("/{id}/discard", Discard).Needs<DiscardOperation>();
        operations.MapPost("/{id}/hold", Hold).Needs<HoldOperation>();
        operations.MapGet("/{id}/console", Console).Needs<GetOperationConsole>();
        operations.MapGet("/{id}/cloud-calls", ListCloudCalls).Needs<ListOperationCloudCalls>();
        operations.MapPatch("/{id}/metadata", UpdateMetadata).Needs<UpdateOperationMetadata>();
    }

    /// <summary>Lists operations, the newest first.</summary>
    internal static async Task<Ok<Page<OperationDto>>> List(
        [Description("Only those in this state.")] OperationState? state,
        [Description("Only those of this kind, e.g. PrepareImage.")] string? kind,
        [Description("Only those on this object.")] Guid? subject,
        [Description("Only those in this hosting unit.")] Guid? hostingUnit,
        [Description("Only those whose task is of this type, e.g. NewProvImageVersionSpec.")] string? taskType,
        [Description("True: only those still at work. False: only those that have ended or are held.")] bool? active,
        [Description("True: only those that have ended: Succeeded, Failed, Canceled or Stuck. False: only those that haven't, the held ones among them.")] bool? ended,
        [AsParameters] PageRequest page, Caller caller, ListOperations useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(
            caller,
            new OperationFilter(state is { } given ? Input.Member(given, "state") : null, kind, subject, hostingUnit, taskType, active, ended),
            page.ToListRequest(),
            ct));

    /// <summary>Shows one operation with its steps, and what it has left behind.</summary>
    internal static async Task<Ok<OperationDto>> Get(Guid id, Caller caller, GetOperation useCase, HttpResponse response, CancellationToken ct)
    {
        var operation = await useCase.HandleAsync(caller, id, ct);
        response.SetEntityTag(operation.Version);
        return TypedResults.Ok(operation);
    }

    /// <summary>Removes the record of an operation that has ended; nothing in the cloud is touched.</summary>
    internal static async Task<NoContent> Remove(Guid id, IfMatch ifMatch, Caller caller, RemoveOperation useCase, CancellationToken ct)
    {
        await useCase.HandleAsync(caller, id, ifMatch.Version, ct);
        return TypedResults.NoContent();
    }

    /// <summary>Tries a held operation again, from the failed step or with new inputs.</summary>
    internal static async Task<Accepted<OperationDto>> Retry(
        Guid id, RetryOperationRequest? request, Caller caller, RetryOperation useCase, HttpResponse response, CancellationToken ct) =>
        OperationAccepted.Answer(response, id, await useCase.HandleAsync(caller, id, request ?? new RetryOperationRequest(), ct));

    /// <summary>Cancels an operation, in whatever state it is; what it has made is taken back.</summary>
    internal static async Task<Accepted<OperationDto>> Cancel(Guid id, Caller caller, CancelOperation useCase, HttpResponse response, CancellationToken ct) =>
        OperationAccepted.Answer(response, id, await useCase.HandleAsync(caller, id, ct));

    /// <summary>Gives a held operation up; what it has made is taken back.</summary>
    internal static async Task<Accepted<OperationDto>> Discard(Guid id, Caller caller, DiscardOperation useCase, HttpResponse response, CancellationToken ct) =>
        OperationAccepted.Answer(response, id, await useCase.HandleAsync(caller, id, ct));

    /// <summary>Sets how long a held operation keeps what it has made.</summary>
    internal static async Task<Ok<OperationDto>> Hold(
        Guid id, HoldOperationRequest request, Caller caller, HoldOperation useCase, HttpResponse response, CancellationToken ct)
    {
        var operation = await useCase.HandleAsync(caller, id, request, ct);
        response.SetEntityTag(operation.Version);
        return TypedResults.Ok(operation);
    }

    /// <summary>Shows what a preparation instance has printed: read from the instance while there is one, else what was kept of it.</summary>
    internal static async Task<Ok<OperationConsoleDto>> Console(Guid id, Caller caller, GetOperationConsole useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, id, ct));

    /// <summary>
    /// Lists the calls to the cloud that an operation made, the newest first; the newest 1,000 kinds of calls are kept. States of instances are read for all
    /// operations of an account together and belong to none.
    /// </summary>
    internal static async Task<Ok<Page<OperationCloudCallDto>>> ListCloudCalls(
        Guid id, [AsParameters] PageRequest page, Caller caller, ListOperationCloudCalls useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, id, page.ToListRequest(), ct));

    /// <summary>Sets and removes what is kept beside an operation. It needs no If-Match, since the operation's own state isn't touched.</summary>
    internal static async Task<Ok<OperationDto>> UpdateMetadata(
        Guid id, UpdateOperationMetadataRequest request, Caller caller, UpdateOperationMetadata useCase, HttpResponse response, CancellationToken ct)
    {
        var operation = await useCase.HandleAsync(caller, id, request, ct);
        response.SetEntityTag(operation.Version);
        return TypedResults.Ok(operation);
    }
}
