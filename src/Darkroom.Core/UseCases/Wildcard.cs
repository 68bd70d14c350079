using Darkroom.Core.Storage;

namespace Darkroom.Core.UseCases;

/// <summary>A filter on names: <c>*</c> stands for any characters, case doesn't count, everything else stands for itself.</summary>
public static class Wildcard
{
    /// <summary>The character that takes the meaning from the next one in a pattern.</summary>
    public const string Escape = @"\";

    /// <summary>The pattern for SQL LIKE on a NameKey column.</summary>
    public static string ToLike(string text) => NameKey.Of(text)
        .Replace(Escape, @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal)
        .Replace('*', '%');
}
