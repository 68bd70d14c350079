using System.Net.Http.Json;
using Darkroom.Client.Http;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Server.Composition;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Composition;

/// <summary>A client that asks too much is told to wait, and the others aren't.</summary>
public sealed class RateLimitTests
{
    private const int Limit = 20;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_the_limit_a_client_is_told_when_to_come_back_and_another_one_is_served()
    {
        await using var server = await StartAsync();
        using var http = server.HttpOf(Role.Reader);

        using var refused = await OverTheLimitAsync(http);

        refused.Headers.RetryAfter!.Delta.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        refused.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = await refused.Content.ReadFromJsonAsync<ProblemDto>(Ct);
        problem!.Code.Should().Be("TooManyRequests");
        problem.Status.Should().Be(429);
        problem.Remedy.Should().Contain("Retry-After");
        (await server.Operator.Operations.ListAsync(ct: Ct)).Items.Should().BeEmpty();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Requests_without_a_token_have_a_limit_of_their_own()
    {
        await using var server = await StartAsync();
        using var http = server.HttpOf(null);

        using var refused = await OverTheLimitAsync(http);

        refused.Headers.RetryAfter!.Delta.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (await server.Reader.Operations.ListAsync(ct: Ct)).Items.Should().BeEmpty();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Whether_the_server_is_well_can_always_be_asked()
    {
        await using var server = await StartAsync();
        using var http = server.HttpOf(null);
        (await OverTheLimitAsync(http)).Dispose();

        foreach (var address in new[] { "alive", "health" })
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => http.GetAsync(address, Ct)));

            answers.Should().OnlyContain(answer => answer.IsSuccessStatusCode);
        }
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_typed_client_repeats_nothing_by_itself_and_says_when_to()
    {
        await using var server = await StartAsync();

        var refused = (await FluentActions.Awaiting(async () =>
        {
            while (true)
            {
                await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => server.Reader.Operations.ListAsync(ct: Ct)));
            }
        }).Should().ThrowAsync<DarkroomProblemException>()).Which;

        (refused.Code, refused.Status).Should().Be(("TooManyRequests", 429));
        refused.RetryAfter.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Following_an_operation_waits_until_the_limit_lets_it_in()
    {
        await using var server = await StartAsync();
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Administrator, "office", Ct);
        var started = await server.Administrator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct);
        using var http = server.HttpOf(Role.Reader);
        (await OverTheLimitAsync(http)).Dispose();

        var events = await server.Reader.Operations.FollowAsync(started.OperationId, ct: Ct).ToListAsync(Ct);

        events[^1].Kind.Should().Be("Ended");
    }

    [Theory]
    [Trait("Suite", "full")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task A_limit_that_is_none_is_refused_at_the_start(string limit) =>
        (await FluentActions.Awaiting(() => StartAsync(limit)).Should().ThrowAsync<StartRefusedException>()).Which.Message.Should().Contain("Limits:RequestsPerSecond");

    private static Task<DarkroomServer> StartAsync(string? limit = null) => DarkroomServer.StartAsync(change: s => s with
    {
        Configuration = new Dictionary<string, string?>(s.Configuration) { ["Limits:RequestsPerSecond"] = limit ?? $"{Limit}" },
    });

    private static async Task<HttpResponseMessage> OverTheLimitAsync(HttpClient http)
    {
        while (true)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => http.GetAsync("api/v1/operations", Ct)));
            if (answers.FirstOrDefault(answer => (int)answer.StatusCode == 429) is { } refused)
            {
                return refused;
            }
        }
    }
}
