using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Darkroom.HelpWriter.Reading;

/// <summary>Comments as plain text.</summary>
internal static partial class DocText
{
    /// <summary>The paragraphs of an element: what stands outside of any <c>para</c> is one as well.</summary>
    public static IReadOnlyList<string> Paragraphs(XElement? element)
    {
        if (element is null)
        {
            return [];
        }

        var paragraphs = new List<List<XNode>> { new() };
        foreach (var node in element.Nodes())
        {
            if (node is XElement { Name.LocalName: "para" } para)
            {
                paragraphs.Add([.. para.Nodes()]);
                paragraphs.Add([]);
            }
            else
            {
                paragraphs[^1].Add(node);
            }
        }

        return [.. paragraphs.Select(Line).Where(text => text.Length > 0)];
    }

    /// <summary>Nodes as one line.</summary>
    public static string Line(IEnumerable<XNode> nodes) => Blank().Replace(string.Concat(nodes.Select(Text)), " ").Trim();

    /// <summary>The first sentence of a text.</summary>
    public static string FirstSentence(string text) => Sentence().Match(text).Value;

    /// <summary>Code as it was written, without the blanks that all of its lines begin with.</summary>
    public static string Code(XElement element)
    {
        var lines = element.Value.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        var margin = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length > margin ? line[margin..].TrimEnd() : ""));
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" } see => Target(see),
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    private static string Target(XElement see) =>
        see.Value.Length > 0 ? see.Value : see.Attribute("langword")?.Value ?? see.Attribute("cref")!.Value.Split('.', ':')[^1];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^.*?[.!?](?=\s+[A-Z]|$)|^.+$")]
    private static partial Regex Sentence();
}
