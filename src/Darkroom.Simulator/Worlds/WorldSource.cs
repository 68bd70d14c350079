using System.Reflection;

namespace Darkroom.Simulator.Worlds;

/// <summary>Where a world comes from: a file, or the demo world inside this assembly.</summary>
internal sealed class WorldSource
{
    private const string Demo = "worlds/demo.json";
    private readonly Func<string, string> beside;

    private WorldSource(string text, Func<string, string> beside) => (Text, this.beside) = (text, beside);

    public string Text { get; }

    /// <param name="path">A world file, or null for the demo world.</param>
    /// <exception cref="WorldUnreadableException">The file can't be read.</exception>
    public static WorldSource At(string? path)
    {
        if (path is null)
            return new(Embedded(Demo), name => Embedded(Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/worlds", name)))));
        var folder = Path.GetDirectoryName(path is "" ? "/" : Path.GetFullPath(path)) ?? "/";
        return new(Read(path), name => Read(Path.Combine(folder, name)));
    }

    /// <summary>A world written by the caller; files beside it are looked for beside the demo world.</summary>
    public static WorldSource Of(string json) => new(json, At(null).beside);

    /// <summary>The text of a file named relative to the world's own.</summary>
    public string Beside(string name) => beside(name);

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WorldUnreadableException(path, exception);
        }
    }

    private static string Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name.Replace('\\', '/'))
            ?? throw new FileNotFoundException($"There is no {name} in the simulator.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
