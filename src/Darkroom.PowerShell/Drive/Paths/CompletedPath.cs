using Darkroom.Contracts.Paths;

namespace Darkroom.PowerShell.Drive;

/// <summary>
/// Paths as the tabulator completes them. It writes for -Path, where a backtick takes the meaning from wildcards, and so doubles a path's own. Parameters that
/// take a path as it is are given such texts as well.
/// </summary>
internal static class CompletedPath
{
    /// <summary>The path that is meant: one that can't be read as it stands, but can with half its backticks, was completed.</summary>
    public static string Meant(string path) =>
        path.Replace("``", "`", StringComparison.Ordinal) is var halved && halved != path && !IsPath(path) && IsPath(halved) ? halved : path;

    /// <summary>The same for what a script gives as the subnets of NICs.</summary>
    public static IReadOnlyDictionary<string, string>? Meant(IReadOnlyDictionary<string, string>? mapping) =>
        mapping?.ToDictionary(entry => entry.Key, entry => Meant(entry.Value));

    private static bool IsPath(string text) => DriveText.HasDrive(text) ? XDHypPath.TryParse(text, out _, out _) : RelativePath.TryParse(text, out _, out _);
}
