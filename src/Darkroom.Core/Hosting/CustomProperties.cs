using System.Xml;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>
/// Free properties of a connection, a definition's binding or an image scheme: either the documented XML document, or pairs in the form
/// <c>Name,Value;Name,Value</c>. The text is kept as it was given, so that scripts read back what they wrote.
/// </summary>
public sealed class CustomProperties
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>Namespace of the document (cmdlet reference).</summary>
    public const string Namespace = "http://schemas.citrix.com/2014/xd/machinecreation";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private CustomProperties(string text) => Text = text;

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>The values by name, whatever its case.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Reads the text, or null for null and for a blank text.</summary>
    /// <exception cref="DarkroomException">CustomPropertiesMalformed, ValueTooLong.</exception>
    public static CustomProperties? ParseOptional(string? text, string field = "customProperties") =>
        string.IsNullOrWhiteSpace(text) ? null : Parse(text, field);

    /// <summary>Reads the text.</summary>
    /// <exception cref="DarkroomException">CustomPropertiesMalformed, ValueTooLong.</exception>
    public static CustomProperties Parse(string text, string field = "customProperties")
    {
        if (text.Length > MaxLength)
        {
            throw CommonErrors.ValueTooLong.With(field, text.Length, MaxLength).On(field).AsException();
        }

        var properties = new CustomProperties(text);
        var (position, reason) = text.TrimStart().StartsWith('<') ? properties.ReadDocument() : properties.ReadPairs();
        return reason is null ? properties : throw CommonErrors.CustomPropertiesMalformed.With(CharacterNumber.At(text, position), reason).On(field).AsException();
    }

    private (int Position, string? Reason) ReadDocument()
    {
        // Here-strings begin with a line break, and a declaration may stand nowhere but at the very start.
        var start = Text.Length - Text.TrimStart().Length;
        using var reader = XmlReader.Create(new StringReader(Text[start..]), Settings);
        try
        {
            reader.MoveToContent();
            if (reader.LocalName != nameof(CustomProperties) || reader.NamespaceURI != Namespace)
            {
                return (Offset(start, (IXmlLineInfo)reader), $"the document's root must be {nameof(CustomProperties)} in the namespace {Namespace}.");
            }

            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "Property" } && reader.GetAttribute("Name") is { } name)
                {
                    _values[name] = reader.GetAttribute("Value") ?? "";
                }
            }

            return default;
        }
        catch (XmlException e)
        {
            return (Offset(start, e.LineNumber, e.LinePosition), "this isn't a well-formed XML document without a DTD.");
        }
    }

    private (int Position, string? Reason) ReadPairs()
    {
        if (Input.Unprintable(Text) is { } unprintable)
        {
            return (unprintable, "a control character can't stand here.");
        }

        for (var start = 0; start < Text.Length;)
        {
            var end = Text.IndexOf(';', start) is var semicolon && semicolon < 0 ? Text.Length : semicolon;
            var pair = Text[start..end];
            var comma = pair.IndexOf(',');
            if (comma < 0)
            {
                return (end, "a pair has a comma between its name and its value.");
            }

            if (pair.IndexOf(',', comma + 1) is var second && second > 0)
            {
                return (start + second, "a pair has one comma only; values with commas need the XML document.");
            }

            if (pair[..comma].Trim() is not { Length: > 0 } name)
            {
                return (start, "a pair begins with a name.");
            }

            if (!_values.TryAdd(name, pair[(comma + 1)..].Trim()))
            {
                return (start, $"the name {Input.Excerpt(name)} stands here for the second time.");
            }

            start = end + 1;
        }

        return default;
    }

    private int Offset(int start, IXmlLineInfo at) => Offset(start, at.LineNumber, at.LinePosition);

    private int Offset(int start, int line, int column)
    {
        var position = start;
        for (var i = 1; i < line && Text.IndexOf('\n', position) is var lineBreak && lineBreak >= 0; i++)
        {
            position = lineBreak + 1;
        }

        return Math.Min(Text.Length, position + Math.Max(0, column - 1));
    }
}
