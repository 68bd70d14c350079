using Darkroom.Server.Verbs;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Verbs;

/// <summary>The environment belongs to the whole process, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(MalformedAddressTests), DisableParallelization = true)]
[Collection(nameof(MalformedAddressTests))]
public sealed class MalformedAddressTests : IDisposable
{
    private const string Variable = "DARKROOM_URL";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, _before);

    [Theory]
    [InlineData("127.0.0.1:7420")]
    [InlineData("nonsense")]
    [InlineData("ftp://127.0.0.1:7420")]
    public async Task A_malformed_address_is_told_as_one(string url)
    {
        using var folder = new TestFolder();
        using var said = new StringWriter();
        Environment.SetEnvironmentVariable(Variable, url);

        var exit = await CommandTree.RunAsync(["token", "list", "--data", folder.Data.Path], said, said, Ct);

        exit.Should().Be(1);
        said.ToString().Should().Contain($"DARKROOM_URL is '{url}'").And.Contain("http://127.0.0.1:7420").And.NotContain("aren't both set");
    }
}
