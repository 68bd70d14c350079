namespace Darkroom.Testing;

/// <summary>Programs that some tests need and a machine may lack.</summary>
public static class Tools
{
    /// <summary>Where a program is: on PATH, or in one of the folders given.</summary>
    public static string? Find(string program, params IEnumerable<string> folders) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Concat(folders)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
