using System.Xml.Linq;

namespace Darkroom.Architecture.Tests.Repository;

/// <summary>What a project file says.</summary>
internal sealed record Project(string File, string Name, XElement Xml)
{
    public static IReadOnlyList<Project> In(params string[] folders) =>
    [
        .. SourceTree.Files("*.csproj", folders).Select(file => new Project(file, Path.GetFileNameWithoutExtension(file), SourceTree.ReadXml(file))),
    ];

    /// <summary>Names of the projects it refers to; a tool that is only built before it and run over it is none of them.</summary>
    public IReadOnlyList<string> Projects =>
    [
        .. Items("ProjectReference", project => project.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))),
    ];

    public IReadOnlyList<string> Packages => Items("PackageReference", _ => true);

    public IReadOnlyList<string> Frameworks => Items("FrameworkReference", _ => true);

    public string? Sdk => Xml.Attribute("Sdk")?.Value;

    public string Property(string name) => Xml.Descendants(name).LastOrDefault()?.Value ?? "";

    private IReadOnlyList<string> Items(string kind, Func<XElement, bool> wanted) =>
        [.. Xml.Descendants(kind).Where(wanted).Select(item => item.Attribute("Include")?.Value).OfType<string>()];
}
