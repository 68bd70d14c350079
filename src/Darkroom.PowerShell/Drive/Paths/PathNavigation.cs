using System.Management.Automation;
using System.Management.Automation.Provider;

namespace Darkroom.PowerShell.Drive;

/// <summary>
/// How the engine walks along the drive's paths. All of it is text: the engine's own versions ask whether each ancestor exists, ten times and more for one
/// command, and split names at slashes that belong to them.
/// </summary>
public abstract class PathNavigation : NavigationCmdletProvider
{
    /// <summary>Whether the engine has asked this instance for a parent: it makes one for each thing that it does, and asks when it resolves wildcards.</summary>
    private protected bool IsWalking { get; private set; }

    /// <summary>The last name with wildcards that the engine has taken from a path, and is going to compare names with.</summary>
    private protected string? Pattern { get; private set; }

    protected override string MakePath(string parent, string child)
    {
        if (string.IsNullOrEmpty(parent)) return child ?? "";
        if (string.IsNullOrEmpty(child)) return parent;
        return parent.TrimEnd('\\', '/') + Path.DirectorySeparatorChar + child.TrimStart('\\', '/');
    }

    protected override string GetParentPath(string path, string root)
    {
        IsWalking = true;
        return DriveText.Parent(path);
    }

    protected override string GetChildName(string path)
    {
        var name = DriveText.Leaf(path);
        if (WildcardPattern.ContainsWildcardCharacters(name)) Pattern = name;
        return name;
    }

    protected override string NormalizeRelativePath(string path, string basePath) => DriveText.Relative(path, basePath);

    protected override bool IsValidPath(string path) => DrivePlace.TryParse(path, out _, out _);
}
