namespace Darkroom.Client;

/// <summary>Where the server of this machine keeps its data, and where its clients look for it.</summary>
public static class DataFolders
{
    /// <summary><c>DARKROOM_DATA</c>, else <c>%LOCALAPPDATA%\Darkroom</c>, else <c>~/.local/share/darkroom</c>.</summary>
    public static string Default
    {
        get
        {
            if (Environment.GetEnvironmentVariable("DARKROOM_DATA") is { Length: > 0 } given)
            {
                return Path.GetFullPath(given);
            }

            return OperatingSystem.IsWindows()
                ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Darkroom")
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share", "darkroom");
        }
    }
}
