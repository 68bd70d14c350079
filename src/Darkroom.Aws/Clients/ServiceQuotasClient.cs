using System.Text.Json;

namespace Darkroom.Aws.Clients;

/// <summary>The calls of Service Quotas that are needed, in JSON 1.1 of version 2019-06-24; the SDK's package for it isn't among ours.</summary>
internal sealed class ServiceQuotasClient(SignedPosts posts)
{
    public const string Service = "servicequotas";

    private const string Target = "ServiceQuotasV20190624";
    private const string JsonType = "application/x-amz-json-1.1";

    public static Uri EndpointOf(string region, string domain) => new($"https://{Service}.{region}.{domain}");

    /// <summary>The value that holds for the account in the Region; NoSuchResourceException where only the default is known.</summary>
    public Task<PostAnswer<double>> GetServiceQuotaAsync(string service, string code, CancellationToken ct) => ValueAsync("GetServiceQuota", service, code, ct);

    /// <summary>The value that holds for an account that never asked for another.</summary>
    public Task<PostAnswer<double>> GetDefaultServiceQuotaAsync(string service, string code, CancellationToken ct) => ValueAsync("GetAWSDefaultServiceQuota", service, code, ct);

    private async Task<PostAnswer<double>> ValueAsync(string action, string service, string code, CancellationToken ct)
    {
        var body = JsonSerializer.Serialize(new { ServiceCode = service, QuotaCode = code });
        return (await posts.PostAsync(JsonType, body, $"{Target}.{action}", Said, ct)).Read(Value);
    }

    private static double Value(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("Quota").GetProperty("Value").GetDouble();
    }

    // The code may have a namespace before it and an address after it (Smithy, AWS JSON 1.1).
    private static string? Said(string text, string name)
    {
        if (!text.StartsWith('{'))
        {
            return null;
        }

        using var error = JsonDocument.Parse(text);
        string? Member(string member) => error.RootElement.EnumerateObject()
            .FirstOrDefault(property => property.Name.Equals(member, StringComparison.OrdinalIgnoreCase)) is { Value.ValueKind: JsonValueKind.String } found
                ? found.Value.GetString()
                : null;
        return name switch
        {
            "Code" => Member("__type") is { } type ? type.Split('#')[^1].Split(':')[0] : null,
            _ => Member(name),
        };
    }
}
