using Darkroom.Client.Http;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Images;

/// <summary>Image definitions and their bindings to connections. A definition is a name or a uid, so is a connection.</summary>
public sealed class ImageDefinitionsClient(ApiConnection api)
{
    internal const string Root = "image-definitions";

    /// <param name="name">Only those of this name; <c>*</c> stands for any characters.</param>
    public Task<Page<ImageDefinitionDto>> ListAsync(
        string? name = null, string? sort = null, int? pageSize = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<ImageDefinitionDto>>(
            ApiConnection.Query(Root, ("name", name), ("sort", sort), ("pageSize", pageSize), ("pageToken", pageToken)), ct);

    public Task<ImageDefinitionDto> GetAsync(string definition, CancellationToken ct = default) =>
        api.GetAsync<ImageDefinitionDto>(ApiConnection.Path(Root, definition), ct);

    public Task<ImageDefinitionDto> CreateAsync(CreateImageDefinitionRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageDefinitionDto>(HttpMethod.Post, Root, request, context, ct);

    public Task<ImageDefinitionDto> UpdateAsync(
        string definition, UpdateImageDefinitionRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageDefinitionDto>(HttpMethod.Patch, ApiConnection.Path(Root, definition), request, context, ct);

    public Task RemoveAsync(string definition, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, ApiConnection.Path(Root, definition), null, context, ct);

    /// <summary>Forgets a definition with its versions and specs, and leaves their images in the account.</summary>
    /// <param name="shares">What becomes of the specs' shares; null and Keep let them stand in the way.</param>
    public Task ForgetAsync(string definition, SharesOnRemoval? shares = null, RequestContext? context = null, CancellationToken ct = default) => api.SendAsync(
        HttpMethod.Delete, ApiConnection.Query(ApiConnection.Path(Root, definition), ("shares", shares), ("purgeDbOnly", true)), null, context, ct);

    /// <summary>Which of the names a definition could take, in their order.</summary>
    public Task<IReadOnlyList<NameAvailabilityDto>> TestNamesAsync(IReadOnlyList<string> names, CancellationToken ct = default) =>
        api.SendAsync<IReadOnlyList<NameAvailabilityDto>>(
            HttpMethod.Post, $"{Root}/name-availability", new NameAvailabilityRequest { Names = names }, null, ct);

    public Task<ImageDefinitionConnectionDto> AddConnectionAsync(
        string definition, string connection, string? customProperties = null, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageDefinitionConnectionDto>(
            HttpMethod.Put, PathOf(definition, connection), new AddImageDefinitionConnectionRequest { CustomProperties = customProperties }, context, ct);

    public Task RemoveConnectionAsync(string definition, string connection, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, PathOf(definition, connection), null, context, ct);

    private static string PathOf(string definition, string connection) => ApiConnection.Path(Root, definition, "connections", connection);
}
