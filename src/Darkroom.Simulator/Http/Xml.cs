using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Darkroom.Simulator.Http;

/// <summary>The few shapes that AWS's XML answers are made of. Absent values give no element.</summary>
internal static class Xml
{
    public static XElement? Member(string name, object? value) => value is null ? null : new XElement(name, Text(value));

    public static XElement Structure(string name, params object?[] members) => new(name, members);

    public static XElement? Optional(string name, params object?[] members) =>
        members.All(member => member is null) ? null : new XElement(name, members);

    /// <summary>A list in EC2's manner: each member is an <c>item</c>.</summary>
    public static XElement Set(string name, IEnumerable<object?> items) => new(name, items.Select(Item));

    /// <summary>A list in AWS Query's manner: each member is a <c>member</c>.</summary>
    public static XElement Members(string name, IEnumerable<object?> items) => new(name, items.Select(item => new XElement("member", Content(item))));

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The text of a document whose elements all lie in one namespace.</summary>
    public static string Document(XElement root, XNamespace xmlns)
    {
        foreach (var element in root.DescendantsAndSelf())
            element.Name = xmlns + element.Name.LocalName;
        return Document(root);
    }

    public static string Document(XElement root)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
            root.Save(writer);
        return text.ToString();
    }

    private static XElement Item(object? item) => new("item", Content(item));

    private static object? Content(object? item) => item is IEnumerable<object?> or XElement ? item : item is null ? null : Text(item);

    private static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => Time(time),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType()} has no text in XML.", nameof(value)),
    };
}
