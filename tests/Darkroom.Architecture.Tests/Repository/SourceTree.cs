using System.Xml.Linq;

namespace Darkroom.Architecture.Tests.Repository;

/// <summary>The repository that these tests were built from.</summary>
internal static class SourceTree
{
    private static readonly string[] NotOurs = ["/artifacts/", "/bin/", "/obj/", "/.git/", "/TestResults/", "/node_modules/"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths of the files below some folders, relative to the root and with slashes.</summary>
    public static IReadOnlyList<string> Files(string pattern, params string[] folders) =>
    [
        .. folders
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Select(file => "/" + Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !NotOurs.Any(folder => file.Contains(folder, StringComparison.Ordinal)))
            .Select(file => file[1..])
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static XElement ReadXml(string file) => XElement.Parse(Read(file));

    /// <summary>Generated files are judged by what generates them.</summary>
    public static bool IsGenerated(string file) => file.Contains("/Migrations/", StringComparison.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Darkroom.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"There is no Darkroom.slnx above {AppContext.BaseDirectory}.");
    }
}
