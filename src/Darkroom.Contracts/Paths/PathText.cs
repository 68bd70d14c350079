using System.Text;

namespace Darkroom.Contracts.Paths;

/// <summary>
/// The escapes of a path: a backtick takes the meaning from a slash, a backslash, a backtick or an opening parenthesis after it.
/// Before any other character a backtick is itself, so that a name somebody typed unescaped still reads as they meant it.
/// </summary>
internal static class PathText
{
    internal const char EscapeCharacter = '`';

    internal static bool IsSeparator(char c) => c is '\\' or '/';

    internal static bool IsEscape(ReadOnlySpan<char> text, int at) =>
        text[at] == EscapeCharacter && at + 1 < text.Length && text[at + 1] is '/' or '\\' or EscapeCharacter or '(';

    internal static string Escape(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (IsSeparator(c) || c == EscapeCharacter) text.Append(EscapeCharacter);
            text.Append(c);
        }

        return text.ToString();
    }

    internal static string Unescape(ReadOnlySpan<char> raw)
    {
        var name = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (IsEscape(raw, i)) i++;
            name.Append(raw[i]);
        }

        return name.ToString();
    }

    /// <summary>Where in the raw text the character at an offset of the unescaped name was written.</summary>
    internal static int RawOffset(ReadOnlySpan<char> raw, int offset)
    {
        var at = 0;
        for (; offset > 0 && at < raw.Length; offset--) at += IsEscape(raw, at) ? 2 : 1;
        return at;
    }

    /// <summary>
    /// Where the opening parenthesis of the label's id stands, or -1 if the label has none. An escaped parenthesis follows a backtick and so never a blank.
    /// </summary>
    internal static int IdStart(ReadOnlySpan<char> label, ItemType type)
    {
        if (label.IsEmpty || label[^1] != ')') return -1;
        var open = label.LastIndexOf('(');
        return open >= 1 && label[open - 1] == ' ' && type.IsLabelId(label[(open + 1)..^1]) ? open : -1;
    }
}
