using Darkroom.Client;

namespace Darkroom.Server.Composition;

/// <summary>The folder with database, keys and endpoint file, open to its owner only.</summary>
public sealed class DataFolder
{
    private const UnixFileMode OwnerOnlyFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const string DatabaseName = "darkroom.db";
    private const string KeysName = "keys";
    private const string LockName = "server.lock";

    /// <summary>What every data folder has one of, or an administrator puts into it before its first start.</summary>
    private static readonly string?[] Own = [LockName, DatabaseName, ConfigurationFile.Name, KeysName, LocalEndpoint.FileName];

    private static readonly string?[] UsualInVolumes = ["lost+found"];

    private DataFolder(string path) => Path = path;

    public string Path { get; }

    public string DatabaseFile => System.IO.Path.Combine(Path, DatabaseName);

    /// <summary>What <c>serve --simulate</c> keeps its simulated account in.</summary>
    public string SimulatedAwsFile => System.IO.Path.Combine(Path, "simulated-aws.jsonl");

    /// <summary>Whether a simulated account was kept here.</summary>
    public bool HasSimulatedAws => File.Exists(SimulatedAwsFile);

    public DirectoryInfo Keys => new(System.IO.Path.Combine(Path, KeysName));

    /// <summary>Makes the folder if it isn't there, and closes it to everybody but its owner.</summary>
    /// <exception cref="StartRefusedException">It can't be made, or not be written, or is somebody else's: closing that would lock out whoever uses it.</exception>
    public static DataFolder Open(string? path)
    {
        var full = System.IO.Path.GetFullPath(path ?? DataFolders.Default);
        if (IsForeign(full))
        {
            throw new StartRefusedException(
                $"The folder {full} holds other things than Darkroom's, and a data folder is closed to everybody but its owner.", "Give one of its own with --data or DARKROOM_DATA.");
        }

        try
        {
            MakeFolder(full);
            MakeFolder(System.IO.Path.Combine(full, KeysName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The data folder {full} can't be {(Directory.Exists(full) ? "written" : "made")}: {e.Message}", "Give another one with --data or DARKROOM_DATA.", e);
        }

        return new DataFolder(full);
    }

    /// <summary>Holds the folder for this process until it is disposed or the process ends.</summary>
    /// <exception cref="StartRefusedException">Another process holds it.</exception>
    public IDisposable Lock()
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(Path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StartRefusedException($"Another server already runs on the data folder {Path}.", "Stop it first, or give this one a folder of its own with --data.", e);
        }
    }

    public LocalEndpoint? ReadEndpoint() => LocalEndpoint.Read(Path);

    /// <summary>Writes the endpoint file whole or not at all; it is never readable by others, not even for a moment.</summary>
    public void WriteEndpoint(LocalEndpoint endpoint)
    {
        var target = System.IO.Path.Combine(Path, LocalEndpoint.FileName);
        var fresh = target + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnlyFile;
        }

        using (var writer = new StreamWriter(fresh, options))
        {
            writer.Write(endpoint.ToJson());
        }

        File.Move(fresh, target, overwrite: true);
    }

    /// <summary>There is something in it, and nothing of what a data folder has.</summary>
    private static bool IsForeign(string path)
    {
        try
        {
            var names = Directory.EnumerateFileSystemEntries(path).Select(System.IO.Path.GetFileName).ToList();
            return names.Any(name => !UsualInVolumes.Contains(name)) && !names.Any(Own.Contains);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not there, or not to be read: making it says which.
            return false;
        }
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerOnlyFolder);
        File.SetUnixFileMode(path, OwnerOnlyFolder);
    }
}
