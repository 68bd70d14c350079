using System.Reflection;
using System.Xml.Linq;

namespace Darkroom.HelpWriter.Reading;

/// <summary>The comments that the compiler has written beside the module's assemblies.</summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<string, XElement> _members;

    private XmlDocs(Dictionary<string, XElement> members) => _members = members;

    /// <summary>Reads all files <c>Darkroom.*.xml</c> of a folder; what generators have added to an assembly is left out.</summary>
    public static XmlDocs ReadFolder(string folder) => new(
        Directory.EnumerateFiles(folder, "Darkroom.*.xml")
            .SelectMany(file => XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member"))
            .Where(member => NameOf(member)[1..].StartsWith(":Darkroom.", StringComparison.Ordinal))
            .ToDictionary(NameOf, StringComparer.Ordinal));

    public XElement? Of(Type type) => _members.GetValueOrDefault("T:" + IdOf(type));

    /// <summary>The comment of the property where it is declared.</summary>
    public XElement? Of(PropertyInfo property) => _members.GetValueOrDefault($"P:{IdOf(property.DeclaringType!)}.{property.Name}");

    private static string NameOf(XElement member) => member.Attribute("name")!.Value;

    private static string IdOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
}
