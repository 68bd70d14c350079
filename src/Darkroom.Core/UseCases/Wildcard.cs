using Darkroom.Core.Storage;

namespace Darkroom.Core.UseCases;

/// <summary>A filter on names: <c>*</c> stands for any characters, case doesn't count, everything else stands for itself.</summary>
public static class Wildcard
{
    /// <summary>The longest filter, in characters: names are shorter, with room for wildcards.</summary>
    public const int MaxLength = 300;

    /// <summary>The character that takes the meaning from the next one in a pattern.</summary>
    public const string Escape = @"\";

    /// <summary>The pattern for SQL LIKE on a NameKey column.</summary>
    public static string ToLike(string text) => NameKey.Of(text)
        .Replace(Escape, @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal)
        .Replace('*', '%');

    /// <summary>The pattern for SQL LIKE of a filter that a caller gave, or null when it doesn't narrow.</summary>
    /// <exception cref="Errors.DarkroomException">ValueTooLong, ControlCharacter.</exception>
    public static string? Read(string? filter, string field) => Given(filter, field) is { } text ? ToLike(text) : null;

    /// <summary>Whether a text in memory matches a filter that a caller gave.</summary>
    public static bool IsMatch(string filter, string text)
    {
        var parts = filter.Split('*');
        if (parts.Length == 1)
        {
            return string.Equals(filter, text, StringComparison.OrdinalIgnoreCase);
        }

        // Taking each part where it first occurs leaves the most for those after it.
        var (first, last, at) = (parts[0], parts[^1], parts[0].Length);
        foreach (var part in parts[1..^1])
        {
            var found = at <= text.Length ? text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase) : -1;
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return text.Length - last.Length >= at
            && text.StartsWith(first, StringComparison.OrdinalIgnoreCase) && text.EndsWith(last, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A filter that a caller gave, or null when it doesn't narrow.</summary>
    /// <exception cref="Errors.DarkroomException">ValueTooLong, ControlCharacter.</exception>
    public static string? Given(string? filter, string field) => Input.OptionalText(filter, field, MaxLength) is { Length: > 0 } text ? text : null;
}
