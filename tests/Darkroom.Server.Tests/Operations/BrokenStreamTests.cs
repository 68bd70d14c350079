using System.Text.Json;
using Darkroom.Client.Http;
using Darkroom.Client.Operations;
using Darkroom.Contracts.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Darkroom.Server.Tests.Operations;

/// <summary>The client's side of an event stream, over a server that breaks it in every way.</summary>
[Trait("Suite", "full")]
public sealed class BrokenStreamTests
{
    private const string Path = "operations/x/events";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StatusCodes.Status502BadGateway)]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    [InlineData(StatusCodes.Status504GatewayTimeout)]
    [InlineData(StatusCodes.Status429TooManyRequests)]
    public async Task An_answer_that_a_later_try_may_cure_costs_no_event(int status)
    {
        await using var stub = await StubAsync(
            context => WriteAsync(context, 1),
            context => RefuseAsync(context, status, null),
            context => WriteAsync(context, 2, rest: true));

        (await ReadAsync(stub)).Should().Equal(1, 2);
        stub.Known.Should().Equal("0", "1", "1");
    }

    [Fact]
    public async Task Retry_After_is_obeyed()
    {
        await using var stub = await StubAsync(context => RefuseAsync(context, StatusCodes.Status429TooManyRequests, "2"), context => WriteAsync(context, 1, rest: true));

        (await ReadAsync(stub)).Should().Equal(1);

        (stub.At[1] - stub.At[0]).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1.9));
    }

    [Fact]
    public async Task A_connection_that_falls_silent_is_given_up_and_taken_up_again()
    {
        var silences = 0;
        await using var stub = await StubAsync(async context =>
        {
            if (LastOf(context) == "1" && silences > 1)
            {
                await WriteAsync(context, 2, rest: true);
                return;
            }

            silences++;
            if (LastOf(context) == "0")
            {
                await WriteAsync(context, 1);
            }

            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        (await ReadAsync(stub, TimeSpan.FromSeconds(1))).Should().Equal(1, 2);
        silences.Should().BeGreaterThan(1);
    }

    [Fact]
    public async Task An_answer_that_ends_in_the_midst_of_an_event_repeats_that_event_whole()
    {
        await using var stub = await StubAsync(
            async context =>
            {
                await WriteAsync(context, 1);
                await context.Response.WriteAsync("id: 2\ndata: {\"sequence\": 2, \"ki", Ct);
            },
            context => WriteAsync(context, 2, rest: true));

        (await ReadAsync(stub)).Should().Equal(1, 2);
    }

    [Fact]
    public async Task A_refusal_that_stays_is_told_at_once()
    {
        await using var stub = await StubAsync(context => RefuseAsync(context, StatusCodes.Status401Unauthorized, null));

        await FluentActions.Awaiting(() => ReadAsync(stub)).Should().ThrowAsync<DarkroomProblemException>().Where(e => e.Status == 401);
    }

    [Fact]
    public async Task Who_stops_following_hears_nothing_more()
    {
        await using var stub = await StubAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient { BaseAddress = stub.Url };
        await using var events = new OperationEventStream(new ApiConnection(http), Path).ReadAsync(0, stop.Token).GetAsyncEnumerator(Ct);
        var next = events.MoveNextAsync();

        await stop.CancelAsync();

        await FluentActions.Awaiting(async () => await next).Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<List<long>> ReadAsync(Stub stub, TimeSpan? patience = null)
    {
        using var http = new HttpClient { BaseAddress = stub.Url };
        var stream = new OperationEventStream(new ApiConnection(http), Path) { Patience = patience ?? TimeSpan.FromSeconds(30) };
        return await stream.ReadAsync(0, Ct).Select(e => e.Sequence).ToListAsync(Ct);
    }

    private static async Task WriteAsync(HttpContext context, long sequence, bool rest = false)
    {
        context.Response.ContentType = "text/event-stream";
        var news = new OperationEventDto
        {
            Sequence = sequence,
            OperationId = Guid.Empty,
            At = DateTimeOffset.UnixEpoch,
            Kind = "StepStarted",
            Attempt = 1,
            Message = "",
            Progress = 0,
        };
        var data = JsonSerializer.Serialize(news, DarkroomJson.Options);
        await context.Response.WriteAsync($":\n\nid: {sequence}\ndata: {data}\n\n{(rest ? "event: rest\ndata: {}\n\n" : "")}", Ct);
        await context.Response.Body.FlushAsync(Ct);
    }

    private static string LastOf(HttpContext context) => context.Request.Headers["Last-Event-ID"].ToString();

    private static Task RefuseAsync(HttpContext context, int status, string? retryAfter)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }

    private static async Task<Stub> StubAsync(params Func<HttpContext, Task>[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var stub = new Stub(builder.Build(), answers);
        await stub.StartAsync();
        return stub;
    }

    /// <summary>A server that answers one request after the other as it is told, and the rest as the last.</summary>
    private sealed class Stub(WebApplication app, Func<HttpContext, Task>[] answers) : IAsyncDisposable
    {
        public Uri Url => new(app.Urls.Single());

        /// <summary>The last event that each request said to know.</summary>
        public List<string> Known { get; } = [];

        /// <summary>When each request came.</summary>
        public List<DateTimeOffset> At { get; } = [];

        public Task StartAsync()
        {
            app.Run(context =>
            {
                At.Add(DateTimeOffset.UtcNow);
                Known.Add(LastOf(context));
                return answers[Math.Min(Known.Count, answers.Length) - 1](context);
            });
            return app.StartAsync(Ct);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
