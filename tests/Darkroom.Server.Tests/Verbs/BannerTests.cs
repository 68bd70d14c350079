using Darkroom.Server.Composition;
using Darkroom.Server.Verbs;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Verbs;

public sealed class BannerTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_server_says_where_the_simulator_beside_it_listens()
    {
        using var folder = new TestFolder();
        var settings = new ServerSettings
        {
            Data = folder.Data,
            Url = new Uri("http://127.0.0.1:0"),
            Simulate = true,
            Configuration = new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Error" },
        };
        await using var server = await RunningServer.StartAsync(settings, Ct);
        using var said = new StringWriter();

        Banner.Write(said, settings, server);

        said.ToString().Should().Contain($"SIMULATED: every AWS call goes to {server.Simulator!.BaseUri}");
    }
}
