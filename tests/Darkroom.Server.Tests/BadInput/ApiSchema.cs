using System.Text.Json.Nodes;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>What the API document says of a value; references and "null or that" are followed.</summary>
internal sealed class ApiSchema
{
    private readonly JsonNode _document;
    private readonly JsonNode _node;

    public ApiSchema(JsonNode document, JsonNode node)
    {
        _document = document;
        if (node["oneOf"] is JsonArray either)
        {
            Nullable = either.Any(choice => choice!["type"]?.ToString() == "null");
            node = either.Single(choice => choice!["type"]?.ToString() != "null")!;
        }

        _node = node["$ref"]?.ToString() is { } reference ? reference[2..].Split('/').Aggregate(document, (at, name) => at[name]!) : node;
        string[] types = _node["type"] switch
        {
            JsonArray several => [.. several.Select(type => type!.ToString())],
            { } one => [one.ToString()],
            null => [],
        };
        Nullable |= types.Contains("null");
        Type = types.FirstOrDefault(type => type != "null") ?? "any";
    }

    /// <summary>The JSON type, other than null.</summary>
    public string Type { get; }

    public bool Nullable { get; }

    public string? Format => _node["format"]?.ToString();

    /// <summary>The only texts allowed; empty when any is.</summary>
    public IReadOnlyList<string> Enum => [.. (_node["enum"] as JsonArray ?? []).Select(member => member!.ToString())];

    /// <summary>What a list holds, or a map.</summary>
    public ApiSchema? Elements => (_node["items"] ?? (_node["additionalProperties"] as JsonObject)) is { } elements ? new ApiSchema(_document, elements) : null;

    public IEnumerable<(string Name, ApiSchema Schema, bool Required)> Members()
    {
        var required = (_node["required"] as JsonArray ?? []).Select(name => name!.ToString()).ToHashSet();
        return (_node["properties"] as JsonObject ?? []).Select(member => (member.Key, new ApiSchema(_document, member.Value!), required.Contains(member.Key)));
    }
}
