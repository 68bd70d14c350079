using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Darkroom.Simulator.History;

/// <summary>
/// A history on disk, a JSON line an entry, handed to the system before the call is answered. A process that is killed between effect and line leaves
/// a call that nobody was answered and that never happened. Where a line can't be written, that holds from the next start on: until then the effect is
/// there without its line, so nothing more is written, and nobody should be answered.
/// </summary>
internal sealed class HistoryFile : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly FileStream file;
    private IOException? lost;

    private HistoryFile(FileStream file, HistoryHeader? header, IReadOnlyList<HistoryEntry> entries) => (this.file, Header, Entries) = (file, header, entries);

    /// <summary>What the history began with, or null while it has no line.</summary>
    public HistoryHeader? Header { get; }

    /// <summary>What it held when it was opened.</summary>
    public IReadOnlyList<HistoryEntry> Entries { get; }

    /// <exception cref="HistoryException">The file can't be read, or isn't a history.</exception>
    public static HistoryFile Open(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var file = new FileStream(path, options);
            var lines = WholeLines(file);
            return lines.Length == 0
                ? new(file, null, [])
                : new(file, JsonSerializer.Deserialize<HistoryHeader>(lines[0], Json), [.. lines.Skip(1).Select(line => JsonSerializer.Deserialize<HistoryEntry>(line, Json)!)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new HistoryException($"{path} can't be read: {exception.Message}", exception);
        }
    }

    /// <exception cref="HistoryException">A line couldn't be written.</exception>
    public void RequireKept()
    {
        if (lost is { Message: var why })
            throw new HistoryException(
                $"{file.Name} can't be written: {why} The simulated cloud answers nothing until it is started again, without the change that wasn't written.", lost);
    }

    public void Begin(HistoryHeader header) => Write(header);

    public void Add(HistoryEntry entry) => Write(entry);

    public void Dispose() => file.Dispose();

    /// <summary>A last line without its end was being written when the process was ended; it is dropped.</summary>
    private static string[] WholeLines(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        file.SetLength(end);
        file.Position = end;
        return Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private void Write<T>(T line)
    {
        RequireKept();
        try
        {
            file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, Json), (byte)'\n']);
        }
        catch (IOException exception)
        {
            // Part of the line may be there, without its end.
            lost = exception;
            RequireKept();
        }
    }
}
