using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Darkroom.Studio.Wizards;

/// <summary>A plan as requests to the REST API, in a shell script for curl and jq.</summary>
public static class RestText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(ImagePlan plan)
    {
        var script = new StringBuilder();
        var definition = $"/image-definitions/{Uri.EscapeDataString(plan.DefinitionName)}";
        Line(script, "# DARKROOM_URL and DARKROOM_TOKEN say where the server is and who asks");
        Line(script, "ask() { curl --fail-with-body -sS -X \"$1\" -H \"Authorization: Bearer $DARKROOM_TOKEN\" --json \"$3\" \"${DARKROOM_URL%/}/api/v1$2\"; }");
        if (plan.Definition is { } made)
        {
            Line(script, $"ask POST /image-definitions {Body(made)}");
        }

        if (plan.Connection is { } connection)
        {
            Line(script, $"ask PUT {Quoted($"{definition}/connections/{Uri.EscapeDataString(connection)}")} '{{}}'");
        }

        if (plan.Made.Version is { } number)
        {
            Line(script, $"version={number}");
        }
        else
        {
            Line(script, $"version=$(ask POST {Quoted($"{definition}/versions")} {Body(plan.Version)} | jq -r .imageVersionNumber)");
        }

        if (plan.Made.MasterSpec is { } spec)
        {
            Line(script, $"spec={spec}");
        }
        else
        {
            Line(script, $"spec=$(ask POST {Quoted($"{definition}/versions/")}\"$version/master-specs\" {Body(plan.Master)} | jq -r .imageVersionSpecUid)");
        }

        Line(script, $"ask POST \"/image-version-specs/$spec/prepare\" {Body(plan.Preparation)}");
        return script.ToString();
    }

    private static string Body<T>(T request) => Quoted(JsonSerializer.Serialize(request, Json));

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static void Line(StringBuilder script, string text) => script.Append(text).Append('\n');
}
