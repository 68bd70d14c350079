using System.Globalization;

namespace Darkroom.Aws.Inventory;

/// <summary>Collects an item's facts; what AWS doesn't say is left out rather than empty.</summary>
internal sealed class ItemFacts
{
    private readonly Dictionary<string, string> known = [];

    public IReadOnlyDictionary<string, string> Known => known;

    public string? this[string name]
    {
        set
        {
            if (!string.IsNullOrEmpty(value))
            {
                known[name] = value;
            }
        }
    }

    public static string? Of(bool? value) => value switch { true => "true", false => "false", null => null };

    public static string? Of(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A moment in UTC, ISO 8601.</summary>
    public static string? Of(DateTime? value) => value?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
