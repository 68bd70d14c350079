using System.Xml.Linq;

namespace Darkroom.Architecture.Tests.Repository;

/// <summary>What a project file says.</summary>
internal sealed record Project(string File, string Name, XElement Xml)
{
    public static IReadOnlyList<Project> In(params string[] folders) =>
    [
        .. SourceTree.Files("*.csproj", folders).Select(file => new Project(file, Path.GetFileNameWithoutExtension(file), SourceTree.ReadXml(file))),
    ];

    /// <summary>Names of the projects it refers to.</summary>
    public IReadOnlyList<string> Projects => [.. Items("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    public IReadOnlyList<string> Packages => Items("PackageReference");

    public IReadOnlyList<string> Frameworks => Items("FrameworkReference");

    public string? Sdk => Xml.Attribute("Sdk")?.Value;

    public string Property(string name) => Xml.Descendants(name).LastOrDefault()?.Value ?? "";

    private IReadOnlyList<string> Items(string kind) => [.. Xml.Descendants(kind).Select(item => item.Attribute("Include")?.Value).OfType<string>()];
}
