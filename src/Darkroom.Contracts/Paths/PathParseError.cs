namespace Darkroom.Contracts.Paths;

/// <summary>What is wrong with the text of a path.</summary>
public enum PathErrorKind
{
    TooLong,
    MissingDrive,
    UnknownRoot,
    InvalidHead,
    MissingItem,
    MissingName,
    MissingType,
    UnknownType,
}

/// <summary>Why a text is no path: what was found, where, and what would have been right there.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">The offset of the first wrong character in the text, from 0; the text's length when it ends too early.</param>
/// <param name="Character">The number of that character, as people count.</param>
/// <param name="Found">What stands there, shortened, or "the end of the path".</param>
/// <param name="Expected">What would have been right there.</param>
public sealed record PathParseError(PathErrorKind Kind, int Position, int Character, string Found, string Expected)
{
    /// <summary>The error as one sentence.</summary>
    public string Message => $"At character {Character} of the path, found {Found} where {Expected} is expected.";

    public override string ToString() => Message;
}
