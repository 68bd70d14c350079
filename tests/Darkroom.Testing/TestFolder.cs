using Darkroom.Server.Composition;

namespace Darkroom.Testing;

/// <summary>A data folder that is gone when the test is over.</summary>
public sealed class TestFolder : IDisposable
{
    public DataFolder Data { get; } = DataFolder.Open(Directory.CreateTempSubdirectory("darkroom-test-").FullName);

    public void Dispose() => Directory.Delete(Data.Path, recursive: true);
}
