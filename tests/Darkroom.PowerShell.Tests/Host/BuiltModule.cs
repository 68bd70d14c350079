namespace Darkroom.PowerShell.Tests.Host;

/// <summary>The module as it was built: a folder with nothing beside it that isn't shipped.</summary>
internal static class BuiltModule
{
    /// <summary>Beside the folder of these tests, in the same configuration.</summary>
    public static string Folder { get; } =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Darkroom.PowerShell", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\'))));

    public static string Manifest => Path.Combine(Folder, "Darkroom.psd1");
}
