using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Darkroom.Client;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Operations;
using Darkroom.Simulator;
using Darkroom.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Darkroom.Server.Tests.Operations;

/// <summary>An operation's log over a connection that may break at any time.</summary>
[Trait("Suite", "full")]
public sealed class EventStreamTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_over_a_server_that_is_stopped_and_started_again_gets_every_event_once_and_leaves_no_complaint()
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { ClockScale = TestDatabase.ClockScale }, Ct);
        var log = new Complaints();
        await using var server = await DarkroomServer.StartAsync(change: s => s with
        {
            Url = new Uri($"http://127.0.0.1:{FreePort()}"),
            Simulate = false,
            SimulatorUrl = simulator.BaseUri,
            ClockScale = 1,
            Compose = services => services.AddSingleton<ILoggerProvider>(log),
        });
        var operation = await PrepareAsync(server);
        using var client = new DarkroomClient(server.Url, server.Tokens[Role.Reader]);
        var seen = new List<OperationEventDto>();
        var restarted = 0;

        await foreach (var e in client.Operations.FollowAsync(operation, ct: Ct))
        {
            seen.Add(e);
            if (e.Kind == "StepStarted" && e.Step is "StartPreparationInstance" or "AwaitGuest" or "SealImage")
            {
                restarted++;
                await server.RestartAsync();
            }
        }

        restarted.Should().BeGreaterThanOrEqualTo(3);
        (await server.Reader.Operations.GetAsync(operation, Ct)).State.Should().Be(OperationState.Succeeded);
        var all = await server.Reader.Operations.FollowAsync(operation, ct: Ct).ToListAsync(Ct);
        seen.Should().BeEquivalentTo(all, options => options.WithStrictOrdering());
        log.Said.Should().BeEmpty();
    }

    [Fact]
    public async Task While_nothing_happens_the_server_says_that_the_connection_lives()
    {
        await using var server = await DarkroomServer.StartAsync(change: s => s with { ClockScale = 1 });
        var operation = await PrepareAsync(server);
        using var http = server.HttpOf(Role.Reader);
        var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/operations/{operation}/events");
        request.Headers.Add("Last-Event-ID", int.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture));

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Ct));

        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        for (var heartbeats = 0; heartbeats < 2; heartbeats++)
        {
            (await lines.ReadLineAsync(Ct)).Should().Be(":");
            (await lines.ReadLineAsync(Ct)).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_stream_ends_soon_after_its_token_was_revoked()
    {
        await using var server = await DarkroomServer.StartAsync(change: s => s with { ClockScale = 1 });
        var operation = await PrepareAsync(server);
        var made = await server.Administrator.Tokens.CreateAsync(new CreateAccessTokenRequest { Name = "visitor", Role = Role.Reader }, Ct);
        using var http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Token);
        using var response = await http.GetAsync($"api/v1/operations/{operation}/events", HttpCompletionOption.ResponseHeadersRead, Ct);
        response.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Ct));
        (await lines.ReadLineAsync(Ct)).Should().StartWith("id: ");

        await server.Administrator.Tokens.RevokeAsync(made.AccessToken.Uid, Ct);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        (await lines.ReadToEndAsync(patience.Token)).Should().NotContain("event: rest");
        (await server.Reader.Operations.GetAsync(operation, Ct)).State.Should().Be(OperationState.Running);
    }

    [Fact]
    public async Task A_reader_who_goes_away_leaves_no_complaint()
    {
        var log = new Complaints();
        await using var server = await DarkroomServer.StartAsync(
            change: s => s with { ClockScale = 1, Compose = services => services.AddSingleton<ILoggerProvider>(log) });
        var operation = await PrepareAsync(server);
        var signals = server.Services.GetRequiredService<OperationSignals>();
        using var http = server.HttpOf(Role.Reader);
        var response = await http.GetAsync($"api/v1/operations/{operation}/events", HttpCompletionOption.ResponseHeadersRead, Ct);
        await Poll.UntilAsync(() => Task.FromResult(signals.IsFollowed(operation)), followed => followed);

        response.Dispose();

        await Poll.UntilAsync(() => Task.FromResult(signals.IsFollowed(operation)), followed => !followed);
        log.Said.Should().BeEmpty();
    }

    private static async Task<Guid> PrepareAsync(DarkroomServer server)
    {
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "office", Ct);
        return (await server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct)).OperationId;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
