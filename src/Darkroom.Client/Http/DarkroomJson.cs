using System.Text.Json;
using System.Text.Json.Serialization;

namespace Darkroom.Client.Http;

/// <summary>The API's JSON: members in camel case, enums by name, members that are null left out of requests.</summary>
public static class DarkroomJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
