using System.ComponentModel;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Images.Definitions;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Images;

/// <summary>Image definitions and their bindings to connections.</summary>
internal sealed class ImageDefinitionEndpoints : IEndpoints
{
    public const string Root = "/image-definitions";

    public void Map(IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup(Root).WithTags("Image definitions");
        definitions.MapGet("", List).Needs<ListImageDefinitions>();
        definitions.MapPost("", Create).Needs<CreateImageDefinition>();
        definitions.MapPost("/name-availability", TestNames).Needs<TestImageDefinitionNames>();
        definitions.MapGet("/{definition}", Get).Needs<GetImageDefinition>();
        definitions.MapMethods("/{definition}", [HttpMethods.Head], Exists).Needs<GetImageDefinition>().WithName("HeadImageDefinition");
        definitions.MapPatch("/{definition}", Update).Needs<UpdateImageDefinition>();
        definitions.MapDelete("/{definition}", Remove).Needs<RemoveImageDefinition>();
        definitions.MapPut("/{definition}/connections/{connection}", AddConnection).Needs<AddImageDefinitionConnection>();
        definitions.MapDelete("/{definition}/connections/{connection}", RemoveConnection).Needs<RemoveImageDefinitionConnection>();
    }

    /// <summary>Lists image definitions. Sort by name, createTime or latestVersion.</summary>
    internal static async Task<Ok<Page<ImageDefinitionDto>>> List(
        [Description("Only those of this name; * stands for any characters, case doesn't count.")] string? name,
        [AsParameters] PageRequest page, Caller caller, ListImageDefinitions useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, name, page.ToListRequest(), ct));

    /// <summary>Makes an image definition without versions.</summary>
    internal static async Task<Created<ImageDefinitionDto>> Create(
        CreateImageDefinitionRequest request, Caller caller, CreateImageDefinition useCase, HttpResponse response, CancellationToken ct)
    {
        var made = await useCase.HandleAsync(caller, request, ct);
        response.SetEntityTag(made.Version);
        return TypedResults.Created($"{ApiRoutes.Root}{Root}/{made.ImageDefinitionUid}", made);
    }

    /// <summary>Tells which of many names an image definition could take, in the order asked.</summary>
    internal static async Task<Ok<IReadOnlyList<NameAvailabilityDto>>> TestNames(
        NameAvailabilityRequest request, Caller caller, TestImageDefinitionNames useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, request, ct));

    /// <summary>Shows an image definition, by name or uid.</summary>
    internal static async Task<Ok<ImageDefinitionDto>> Get(
        string definition, Caller caller, GetImageDefinition useCase, HttpResponse response, CancellationToken ct)
    {
        var found = await useCase.HandleAsync(caller, definition, ct);
        response.SetEntityTag(found.Version);
        return TypedResults.Ok(found);
    }

    /// <summary>Tells whether there is an image definition of that name or uid.</summary>
    internal static async Task<Ok> Exists(string definition, Caller caller, GetImageDefinition useCase, HttpResponse response, CancellationToken ct)
    {
        response.SetEntityTag((await useCase.HandleAsync(caller, definition, ct)).Version);
        return TypedResults.Ok();
    }

    /// <summary>Renames or redescribes an image definition; OS type and session support are fixed.</summary>
    internal static async Task<Ok<ImageDefinitionDto>> Update(
        string definition, UpdateImageDefinitionRequest request, IfMatch ifMatch, Caller caller, UpdateImageDefinition useCase, HttpResponse response,
        CancellationToken ct)
    {
        var changed = await useCase.HandleAsync(caller, definition, request, ifMatch.Version, ct);
        response.SetEntityTag(changed.Version);
        return TypedResults.Ok(changed);
    }

    /// <summary>Removes an image definition without versions, with its bindings to connections; forgets it with its versions and specs if only that is asked.</summary>
    internal static async Task<NoContent> Remove(
        string definition, [AsParameters] RemovalQuery query, IfMatch ifMatch, Caller caller, RemoveImageDefinition useCase, CancellationToken ct)
    {
        await useCase.HandleAsync(caller, definition, query.ToReach(), ifMatch.Version, ct);
        return TypedResults.NoContent();
    }

    /// <summary>Binds an image definition to a hypervisor connection, or sets the custom properties of the binding that is there.</summary>
    internal static async Task<Ok<ImageDefinitionConnectionDto>> AddConnection(
        string definition, string connection, AddImageDefinitionConnectionRequest request, Caller caller, AddImageDefinitionConnection useCase,
        CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, definition, connection, request, ct));

    /// <summary>Takes an image definition off a connection on which it has no specs.</summary>
    internal static async Task<NoContent> RemoveConnection(
        string definition, string connection, Caller caller, RemoveImageDefinitionConnection useCase, CancellationToken ct)
    {
        await useCase.HandleAsync(caller, definition, connection, ct);
        return TypedResults.NoContent();
    }
}
