using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Darkroom.Simulator.Http;

/// <summary>A request once its protocol is understood: which service, which action, which parameters.</summary>
internal sealed record AwsRequest(string Service, string Action, QueryNode Parameters, string RequestId)
{
    private static readonly string[] Unwritten = ["UserData", "LaunchTemplateData.UserData"];

    /// <summary>The parameters by their names on the wire, user data left out: it may hold what no journal should.</summary>
    public IReadOnlyDictionary<string, string> Flat { get; } = Parameters.Flatten()
        .Where(leaf => leaf.Key is not ("Action" or "Version") && !Unwritten.Contains(leaf.Key)).ToDictionary(leaf => leaf.Key, leaf => leaf.Value);

    /// <summary>Reads an EC2 or AWS Query request out of its form.</summary>
    public static AwsRequest FromForm(string body, string? signedService, string requestId)
    {
        var form = QueryHelpers.ParseQuery(body).Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()));
        var parameters = QueryNode.Parse(form);
        return new(signedService ?? ServiceOfVersion(parameters.Text("Version")), parameters.Text("Action") ?? "", parameters, requestId);
    }

    /// <summary>Reads an AWS JSON request: the target names the service and the action.</summary>
    public static AwsRequest FromJson(string target, byte[] body, string? signedService, string requestId)
    {
        var parameters = new QueryNode();
        foreach (var member in Members(body).Where(member => member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)))
            parameters.Child(member.Name).Value = member.Value.ToString();
        return new(signedService ?? (target.StartsWith("ServiceQuotas", StringComparison.Ordinal) ? "servicequotas" : "kms"), target[(target.LastIndexOf('.') + 1)..], parameters, requestId);
    }

    private static IEnumerable<JsonProperty> Members(byte[] body)
    {
        try
        {
            var json = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body).RootElement;
            return json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : throw new JsonException("The body is no object.");
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException(exception.Message, StatusCodes.Status400BadRequest, exception);
        }
    }

    private static string ServiceOfVersion(string? version) => version switch
    {
        "2011-06-15" => "sts",
        "2010-05-08" => "iam",
        _ => "ec2",
    };
}
