using System.Text.Json.Nodes;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.BadInput;

internal sealed record ApiParameter(string Name, string In, bool Required, ApiSchema Schema);

/// <summary>One operation of the API, as the published document has it: the code is not asked.</summary>
/// <param name="Body">Schema of its body; null when it takes none.</param>
/// <param name="Example">The document's example of a body.</param>
/// <param name="Statuses">Every status that it may answer with.</param>
internal sealed record ApiOperation(
    string Id, HttpMethod Method, string Path, IReadOnlyList<ApiParameter> Parameters, ApiSchema? Body, JsonObject? Example, IReadOnlySet<int> Statuses)
{
    private static readonly Lazy<IReadOnlyList<ApiOperation>> Document = new(() => [.. Read(JsonNode.Parse(Published.Read("openapi/darkroom.v1.json"))!)]);

    public static IReadOnlyList<ApiOperation> All => Document.Value;

    public static ApiOperation Of(string id) => All.Single(operation => operation.Id == id);

    public IEnumerable<ApiParameter> ParametersIn(string place) => Parameters.Where(parameter => parameter.In == place);

    private static IEnumerable<ApiOperation> Read(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        let node = operation.Value!
        let content = node["requestBody"]?["content"]?["application/json"]
        select new ApiOperation(
            node["operationId"]!.ToString(),
            new HttpMethod(operation.Key.ToUpperInvariant()),
            path.Key,
            [.. (node["parameters"] as JsonArray ?? []).Select(parameter => Parameter(document, parameter!))],
            content is null ? null : new ApiSchema(document, content["schema"]!),
            content?["example"] as JsonObject,
            node["responses"]!.AsObject().Select(response => int.Parse(response.Key, null)).ToHashSet());

    private static ApiParameter Parameter(JsonNode document, JsonNode node) =>
        new(node["name"]!.ToString(), node["in"]!.ToString(), node["required"]?.GetValue<bool>() ?? false, new ApiSchema(document, node["schema"]!));
}
