namespace Darkroom.Bench.Processes;

/// <summary>A data folder that goes when it isn't needed any more.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("darkroom-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
