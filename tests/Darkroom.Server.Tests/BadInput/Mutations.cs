using System.Text.Json.Nodes;
using CsCheck;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>A valid body with a few members changed, and now and then its text as well.</summary>
internal static class Mutations
{
    public static Gen<string> Of(ApiSchema schema, JsonObject valid, Gen<string> json)
    {
        string[] members = [.. schema.Members().Select(member => member.Name), "colour"];
        var change = Gen.Select(AnyValue.OneOf(members), Gen.Frequency((8, json.Select(value => (string?)value)), (1, Gen.Const((string?)null))));
        var texts = valid.ToDictionary(member => member.Key, member => member.Value?.ToJsonString() ?? "null");
        var body = change.Array[0, 3].Select(changes => Write(texts, changes));
        return Gen.Frequency(
            (20, body),
            (1, json),
            (1, Gen.Const("")),
            (1, Gen.Select(body, Gen.Int[0, 200], (text, length) => text[..Math.Min(length, text.Length)])),
            (1, Gen.Select(body, Gen.Int[0, 200], AnyValue.OneOf("\"", "}", ",", "\0", "\\", "//", "é"), Insert)));
    }

    private static string Insert(string text, int at, string inserted) => text.Insert(Math.Min(at, text.Length), inserted);

    private static string Write(Dictionary<string, string> valid, IReadOnlyList<(string Member, string? Value)> changes)
    {
        var texts = new Dictionary<string, string>(valid);
        foreach (var (member, value) in changes)
        {
            if (value is null)
            {
                texts.Remove(member);
            }
            else
            {
                texts[member] = value;
            }
        }

        return $"{{{string.Join(',', texts.Select(member => $"\"{member.Key}\":{member.Value}"))}}}";
    }
}
