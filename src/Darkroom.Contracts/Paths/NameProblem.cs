namespace Darkroom.Contracts.Paths;

/// <summary>What is wrong with a name.</summary>
public enum NameProblemKind
{
    Blank,
    TooLong,
    ForbiddenCharacter,
}

/// <summary>Why a text can't be a name.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">The offset of the first wrong character, from 0.</param>
/// <param name="Character">The forbidden character, or null when the name is blank or too long.</param>
/// <param name="Message">The problem as one sentence.</param>
public sealed record NameProblem(NameProblemKind Kind, int Position, char? Character, string Message);
