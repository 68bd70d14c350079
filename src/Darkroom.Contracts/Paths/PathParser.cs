using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Darkroom.Contracts.Paths;

/// <summary>Reads the text of a path once, from left to right. Offsets are always those of the whole text: errors point into what the caller wrote.</summary>
internal sealed class PathParser
{
    private const int LongestExcerpt = 40;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly string _text;
    private PathParseError? _error;

    internal PathParser(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    internal static bool StartsWithDrive(string text) => text.StartsWith(XDHypPath.DriveName, StringComparison.OrdinalIgnoreCase);

    internal bool Absolute(bool driveRequired, [NotNullWhen(true)] out XDHypPath? path, [NotNullWhen(false)] out PathParseError? error)
    {
        path = IsShortEnough() && AfterDrive(driveRequired) is { } start ? Place([.. Segments(start)]) : null;
        error = _error;
        return path is not null;
    }

    internal bool Relative([NotNullWhen(true)] out RelativePath? path, [NotNullWhen(false)] out PathParseError? error)
    {
        path = null;
        if (IsShortEnough() && Nodes([.. Segments(0)]) is { } nodes)
        {
            if (nodes.Count > 0) path = new RelativePath(nodes);
            else Fail(PathErrorKind.MissingItem, _text.Length, _text.Length, "an item such as 'name (id).type'");
        }

        error = _error;
        return path is not null;
    }

    private bool IsShortEnough() => _text.Length <= XDHypPath.MaxLength
        || Fail(PathErrorKind.TooLong, XDHypPath.MaxLength, _text.Length, $"the end of the path, after at most {XDHypPath.MaxLength} characters,");

    private int? AfterDrive(bool driveRequired)
    {
        if (!StartsWithDrive(_text))
        {
            if (!driveRequired) return 0;
            Fail(PathErrorKind.MissingDrive, 0, FirstCut(0), $"the drive '{XDHypPath.DriveName}'");
            return null;
        }

        var start = XDHypPath.DriveName.Length;
        if (start == _text.Length || PathText.IsSeparator(_text[start])) return start;
        Fail(PathErrorKind.UnknownRoot, start, FirstCut(start), @"a separator, as in 'XDHyp:\HostingUnits',");
        return null;
    }

    private XDHypPath? Place(List<Range> segments)
    {
        if (segments.Count == 0) return XDHypPath.Drive;
        if (Root(segments[0]) is not { } root) return null;
        if (segments.Count == 1) return XDHypPath.Of(root);
        if (Head(segments[1], root) is not { } head || Nodes(segments[2..]) is not { } nodes) return null;
        var place = XDHypPath.Of(root, head);
        return nodes.Count == 0 ? place : place.Child(new RelativePath(nodes));
    }

    private PathRoot? Root(Range segment)
    {
        foreach (var root in Enum.GetValues<PathRoot>())
        {
            if (_text.AsSpan()[segment].Equals(root.ToString(), StringComparison.OrdinalIgnoreCase)) return root;
        }

        Fail(PathErrorKind.UnknownRoot, segment.Start.Value, segment.End.Value, "'Connections' or 'HostingUnits'");
        return null;
    }

    private PathHead? Head(Range segment, PathRoot root)
    {
        var (start, end) = (segment.Start.Value, segment.End.Value);
        var what = root == PathRoot.Connections ? "connection" : "hosting unit";
        var raw = _text[segment];
        if (raw[0] == '{')
        {
            if (Guid.TryParseExact(raw, "B", out var uid)) return PathHead.Of(uid);
            Fail(PathErrorKind.InvalidHead, start, end, $"the uid of a {what} in braces, '{{xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx}}',");
            return null;
        }

        var name = PathText.Unescape(raw);
        if (NameRules.ConnectionOrHostingUnit.Check(name) is not { } problem) return PathHead.Named(name);

        // An escape makes the text longer than the name: point at where the offending character was written.
        var at = start + PathText.RawOffset(raw, problem.Position);
        Fail(PathErrorKind.InvalidHead, at, Math.Min(at + 1, end), $"a character that the name of a {what} may have ({problem.Message})");
        return null;
    }

    private List<PathNode>? Nodes(List<Range> segments)
    {
        var nodes = new List<PathNode>(segments.Count);
        foreach (var segment in segments)
        {
            if (Node(segment) is not { } node) return null;
            nodes.Add(node);
        }

        return nodes;
    }

    private PathNode? Node(Range segment)
    {
        var (start, end) = (segment.Start.Value, segment.End.Value);
        var dot = _text.LastIndexOf('.', end - 1, end - start);
        var suffix = dot < 0 ? default : _text.AsSpan(dot + 1, end - dot - 1);

        // A dot inside a name or an address isn't the start of a type: types are letters only.
        if (suffix.IsEmpty || suffix.ContainsAnyExcept(Letters))
        {
            Fail(PathErrorKind.MissingType, end, end, "an item type such as '.template' (a slash inside a name is written '`/')");
            return null;
        }

        if (!ItemTypes.TryParse(suffix, out var type))
        {
            Fail(PathErrorKind.UnknownType, dot + 1, end, $"one of the item types {string.Join(", ", ItemTypes.AllSuffixes)}");
            return null;
        }

        var label = _text.AsSpan(start, dot - start);
        var open = PathText.IdStart(label, type);
        var name = PathText.Unescape(open < 0 ? label : label[..(open - 1)]);
        if (!string.IsNullOrWhiteSpace(name)) return new PathNode(type, name, open < 0 ? null : label[(open + 1)..^1].ToString());
        Fail(PathErrorKind.MissingName, start, end, "a name before the id and the type");
        return null;
    }

    private IEnumerable<Range> Segments(int from)
    {
        var start = from;
        for (var i = from; i <= _text.Length; i++)
        {
            if (i < _text.Length && PathText.IsEscape(_text, i))
            {
                i++;
                continue;
            }

            if (i < _text.Length && !PathText.IsSeparator(_text[i])) continue;
            if (i > start) yield return start..i;
            start = i + 1;
        }
    }

    private int FirstCut(int from)
    {
        var cut = _text.AsSpan(from).IndexOfAny('\\', '/');
        return cut < 0 ? _text.Length : from + cut;
    }

    private bool Fail(PathErrorKind kind, int start, int end, string expected)
    {
        var found = start >= _text.Length ? "the end of the path"
            : start >= end ? $"'{_text[start]}'"
            : end - start > LongestExcerpt ? $"'{_text.AsSpan(start, LongestExcerpt)}…'"
            : $"'{_text.AsSpan(start, end - start)}'";
        _error = new PathParseError(kind, start, CharacterNumber.At(_text, start), found, expected);
        return false;
    }
}
