using System.Buffers;
using System.Globalization;

namespace Darkroom.Contracts.Paths;

/// <summary>
/// Which names connections, hosting units and image definitions may have. The forbidden characters are those the cmdlet reference gives; the greatest
/// length and the refusal of control characters, of those that aren't seen and of broken surrogates are ours, since the reference publishes none.
/// </summary>
public sealed class NameRules
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>The rules for connections and hosting units.</summary>
    public static readonly NameRules ConnectionOrHostingUnit = new(@"\/;:#.*?=<>|[]()""'{}");

    /// <summary>The rules for image definitions, which may have braces.</summary>
    public static readonly NameRules ImageDefinition = new(@"\/;:#.*?=<>|[]()""'");

    private readonly SearchValues<char> _forbidden;

    private NameRules(string forbidden)
    {
        ForbiddenCharacters = forbidden;
        _forbidden = SearchValues.Create(forbidden);
    }

    /// <summary>The printable characters that no such name may have.</summary>
    public string ForbiddenCharacters { get; }

    /// <summary>Says what is wrong with a name, or null when nothing is.</summary>
    public NameProblem? Check(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (string.IsNullOrWhiteSpace(name)) return new NameProblem(NameProblemKind.Blank, 0, null, "A name can't be blank.");
        for (var i = 0; i < Math.Min(name.Length, MaxLength); i++)
        {
            if (IsForbidden(name, i)) return Forbidden(name, i);
        }

        return name.Length <= MaxLength
            ? null
            : new NameProblem(NameProblemKind.TooLong, MaxLength, null, $"A name has {MaxLength} characters at most, this one has {name.Length}.");
    }

    private bool IsForbidden(string name, int at)
    {
        var c = name[at];
        if (_forbidden.Contains(c) || IsUnseen(c)) return true;
        if (char.IsHighSurrogate(c)) return at + 1 == name.Length || !char.IsLowSurrogate(name[at + 1]);
        return char.IsLowSurrogate(c) && (at == 0 || !char.IsHighSurrogate(name[at - 1]));
    }

    /// <summary>Two names that look the same must be the same.</summary>
    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static NameProblem Forbidden(string name, int at)
    {
        var c = name[at];
        var shown = IsUnseen(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : $"'{c}'";
        return new NameProblem(NameProblemKind.ForbiddenCharacter, at, c, $"{shown}, its character {CharacterNumber.At(name, at)}, can't be in a name.");
    }
}
