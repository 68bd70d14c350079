using System.Text;
using System.Text.Json;
using Darkroom.Contracts.Images;

namespace Darkroom.Core.Images.Guest;

/// <summary>Reads the JSON of one report line. Whatever isn't exactly an event we know is no event: the console is full of other people's text.</summary>
internal static class GuestLine
{
    /// <summary>A guest can be anybody's image, so what it says about itself is cut before it gets into errors and records.</summary>
    private const int LongestText = 256;

    /// <summary>The event at the start of the text, or null; text after the JSON doesn't matter.</summary>
    internal static GuestEvent? Read(ReadOnlySpan<char> text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.ToString()));
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Event(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static GuestEvent? Event(JsonElement json) => Text(json, "event") switch
    {
        "begin" => Began(json),
        "step" => Step(json),
        "fact" => Fact(json),
        "end" => new GuestEnded(),
        _ => null,
    };

    private static GuestBegan? Began(JsonElement json) =>
        json.TryGetProperty("script", out var script) && script.ValueKind == JsonValueKind.Number && script.TryGetInt32(out var version)
            && Name<OsType>(json, "os") is { } os
            ? new GuestBegan(version, os)
            : null;

    private static GuestStepEnded? Step(JsonElement json) =>
        Name<GuestStep>(json, "name") is { } step && Name<GuestStepOutcome>(json, "outcome") is { } outcome
            ? new GuestStepEnded(step, outcome, Text(json, "detail"))
            : null;

    private static GuestFact? Fact(JsonElement json)
    {
        if (Name<GuestFactName>(json, "name") is not { } name || !json.TryGetProperty("value", out var value)) return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => Text(json, "value"),
        };
        return text is null ? null : new GuestFact(name, text);
    }

    private static T? Name<T>(JsonElement json, string member) where T : struct, Enum
    {
        // Enum.TryParse takes numbers and lists as well, which no script prints.
        var text = Text(json, member);
        return text is not null && Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null;
    }

    private static string? Text(JsonElement json, string member)
    {
        if (!json.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString() is { } text ? text[..Math.Min(text.Length, LongestText)] : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, where a script cut a long text.
            return null;
        }
    }
}
