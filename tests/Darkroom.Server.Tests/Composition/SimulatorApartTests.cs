using Darkroom.Client;
using Darkroom.Contracts.Hosting;
using Darkroom.Server.Composition;
using Darkroom.Server.Verbs;
using Darkroom.Simulator;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Composition;

[Trait("Suite", "full")]
public sealed class SimulatorApartTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_beside_a_simulator_that_runs_apart_uses_its_cloud_and_lives_in_its_time()
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { ClockScale = 30 }, Ct);
        simulator.Clock.Advance(TimeSpan.FromDays(400));
        using var folder = new TestFolder();
        var settings = Settings(folder, simulator.BaseUri);
        await using var server = await RunningServer.StartAsync(settings, Ct);
        using var client = new DarkroomClient(new Uri(server.Endpoint.Url), server.Endpoint.Token);

        var connection = await client.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = "apart", Region = "us-east-1" }, ct: Ct);

        connection.AccountId.Should().Be(simulator.Principals[0].AccountId);
        simulator.Journal.Read().Should().NotBeEmpty();
        (await client.Tokens.ListAsync(ct: Ct)).Items.Should().OnlyContain(token => token.CreatedAt > DateTimeOffset.UtcNow.AddDays(399));
        server.ClockScale.Should().Be(30);
        using var banner = new StringWriter();
        Banner.Write(banner, settings, server);
        banner.ToString().Should().Contain($"SIMULATED: every AWS call goes to {simulator.BaseUri}").And.Contain("30 times real time");
    }

    [Fact]
    public async Task A_simulator_whose_clock_stands_still_is_refused()
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { ClockPaused = true }, Ct);
        using var folder = new TestFolder();

        await FluentActions.Awaiting(() => RunningServer.StartAsync(Settings(folder, simulator.BaseUri), Ct)).Should().ThrowAsync<StartRefusedException>()
            .WithMessage("*paused*");
    }

    [Fact]
    public async Task Where_no_simulator_answers_the_server_does_not_start()
    {
        var simulator = await SimulatorServer.StartAsync(cancellationToken: Ct);
        await simulator.DisposeAsync();
        using var folder = new TestFolder();

        await FluentActions.Awaiting(() => RunningServer.StartAsync(Settings(folder, simulator.BaseUri), Ct)).Should().ThrowAsync<StartRefusedException>()
            .WithMessage($"*{simulator.BaseUri}*");
        folder.Data.Lock().Dispose();
    }

    [Fact]
    public void There_is_one_simulator_at_most()
    {
        using var folder = new TestFolder();

        (Settings(folder, new Uri("http://127.0.0.1:7421")) with { Simulate = true }).Invoking(s => s.Checked()).Should().Throw<StartRefusedException>()
            .Which.Remedy.Should().Contain("--simulator");
    }

    private static ServerSettings Settings(TestFolder folder, Uri simulator) =>
        new() { Data = folder.Data, Url = new Uri("http://127.0.0.1:0"), SimulatorUrl = simulator };
}
