using Darkroom.Contracts.Paths;

namespace Darkroom.PowerShell.Drive;

/// <summary>
/// Paths as the engine hands them to a provider: often only a part of a path, with or without the drive, with either separator. What the engine would
/// split at every slash is split here where the grammar does, so that the slash of a subnet's address block stays in its name.
/// </summary>
internal static class DriveText
{
    /// <summary>The names of a path, from the outermost to the innermost; the drive and empty names are left out.</summary>
    public static List<string> Split(string? path)
    {
        var names = new List<string>();
        var text = WithoutDrive(path ?? "");
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (!IsSeparator(text[i]) || IsHeld(text, start, i))) continue;
            if (i > start) names.Add(text[start..i]);
            start = i + 1;
        }

        return names;
    }

    /// <summary>Whether the path begins with the drive, as those that the provider itself has written do.</summary>
    public static bool HasDrive(string? path) => path is not null && path.StartsWith(XDHypPath.DriveName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of these names.</summary>
    /// <param name="withDrive">Begins with the drive, and has backslashes whatever the platform's separator, as paths are shown everywhere.</param>
    public static string Join(IEnumerable<string> names, bool withDrive) =>
        withDrive ? $@"{XDHypPath.DriveName}\{string.Join('\\', names)}" : string.Join(Path.DirectorySeparatorChar, names);

    /// <summary>The path one up, empty at the top.</summary>
    public static string Parent(string path)
    {
        var names = Split(path);
        return names.Count == 0 || (names.Count == 1 && !HasDrive(path)) ? "" : Join(names.SkipLast(1), HasDrive(path));
    }

    /// <summary>The innermost name; at the top the drive or nothing.</summary>
    public static string Leaf(string path) => Split(path) is { Count: > 0 } names ? names[^1] : HasDrive(path) ? XDHypPath.DriveName : "";

    /// <summary>How one gets from a place to another, with <c>..</c> where the way leads up first.</summary>
    public static string Relative(string path, string from)
    {
        var (names, place) = (Resolve(path), Resolve(from));
        var common = 0;
        while (common < Math.Min(names.Count, place.Count) && string.Equals(names[common], place[common], StringComparison.OrdinalIgnoreCase)) common++;

        // The way from a place to itself leads out and in again, since an empty path would mean the drive.
        if (common == place.Count && common == names.Count && common > 0) common--;
        return Join(Enumerable.Repeat("..", place.Count - common).Concat(names.Skip(common)), HasDrive(path) && place.Count == 0);
    }

    private static List<string> Resolve(string path)
    {
        var resolved = new List<string>();
        foreach (var name in Split(path))
        {
            if (name == "." || (name == ".." && resolved.Count == 0)) continue;
            if (name == "..") resolved.RemoveAt(resolved.Count - 1);
            else resolved.Add(name);
        }

        return resolved;
    }

    private static string WithoutDrive(string path) => HasDrive(path) ? path[XDHypPath.DriveName.Length..] : path;

    private static bool IsSeparator(char c) => c is '\\' or '/';

    // Backticks in a row take the meaning from each other first.
    private static bool IsHeld(string text, int start, int separator)
    {
        var first = separator;
        while (first > start && text[first - 1] == '`') first--;
        return (separator - first) % 2 == 1;
    }
}
