using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images;

/// <summary>Reads the filters of image lists.</summary>
internal static class ImageFilters
{
    /// <summary>Names are shorter; room for wildcards.</summary>
    private const int LongestName = 200;

    /// <summary>The pattern of a name filter, or null when there is none.</summary>
    /// <exception cref="Errors.DarkroomException">ValueTooLong, ControlCharacter.</exception>
    public static string? Name(string? filter, string field) =>
        Input.OptionalText(filter, field, LongestName) is { Length: > 0 } text ? Wildcard.ToLike(text) : null;

    /// <summary>The uid that a filter may be instead of a name; null when it is none, which no row has.</summary>
    public static Guid? Uid(string? filter) => Guid.TryParse(filter, out var uid) ? uid : null;
}
