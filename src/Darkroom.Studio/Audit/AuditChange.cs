using System.Text.Json;

namespace Darkroom.Studio.Audit;

/// <summary>A member of an audited object that a change has touched, as text.</summary>
/// <param name="Before">Null where there was none.</param>
/// <param name="After">Null where there is none any more.</param>
public sealed record AuditChange(string Name, string? Before, string? After)
{
    /// <summary>What differs between two states of an object, of which one may be missing.</summary>
    public static IReadOnlyList<AuditChange> Between(JsonElement? before, JsonElement? after)
    {
        var (old, now) = (Members(before), Members(after));
        return
        [
            .. old.Keys.Union(now.Keys)
                .Select(name => new AuditChange(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<string, string> Members(JsonElement? state) => state is { ValueKind: JsonValueKind.Object } given
        ? given.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).ToDictionary(member => member.Name, member => member.Value.ToString())
        : [];
}
