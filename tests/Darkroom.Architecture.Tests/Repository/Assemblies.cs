using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Darkroom.Architecture.Tests.Repository;

/// <summary>The product's built assemblies, which lie beside this one because it refers to the server.</summary>
internal static class Assemblies
{
    /// <summary>By project name; the server's program has a name of its own.</summary>
    public static IReadOnlyDictionary<string, Assembly> Product { get; } = Project.In("src")
        .Select(project => (project.Name, File: Path.Combine(AppContext.BaseDirectory, (project.Property("AssemblyName") is { Length: > 0 } name ? name : project.Name) + ".dll")))
        .Where(project => File.Exists(project.File))
        .ToDictionary(project => project.Name, project => Assembly.LoadFrom(project.File));

    /// <summary>What the compiled code of an assembly refers to, whatever its project file says.</summary>
    public static IReadOnlyList<string> References(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
