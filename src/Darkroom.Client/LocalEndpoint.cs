using System.Text.Json;

namespace Darkroom.Client;

/// <summary>What <c>endpoint.json</c> in the data folder says: where the server listens and the local administrator's token.</summary>
public sealed record LocalEndpoint(string Url, string Token)
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "endpoint.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads the file; null when there is none or it can't be understood.</summary>
    public static LocalEndpoint? Read(string dataFolder)
    {
        try
        {
            return JsonSerializer.Deserialize<LocalEndpoint>(File.ReadAllText(Path.Combine(dataFolder, FileName)), Json) is { Url: not null, Token: not null } read ? read : null;
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
