using System.Net;
using System.Text;
using Darkroom.Contracts.Access;
using Darkroom.Core.Access;
using Darkroom.Server.Api.Common;
using Darkroom.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.SignIn;

/// <summary>Every endpoint of the running server with every role; a new endpoint is covered by being there.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    // What whoever has no token may see: whether the server lives, and what the repository publishes anyway.
    private static readonly string[] OpenToAll =
        ["/alive", "/health", "/openapi/", "/scalar", "/docs/errors", "/sign-in", "/sign-out", "/_content/Darkroom.Studio/", "/_content/Radzen.Blazor/", "/_framework/blazor."];

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    // Kept to the end: Kestrel complains of a connection that goes with a request whose body can't be read.
    private readonly Dictionary<string, HttpClient> _clients = [];
    private DarkroomServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await DarkroomServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _clients.Values.ToList().ForEach(client => client.Dispose());
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task Each_endpoint_lets_in_exactly_the_roles_with_its_permission()
    {
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints().Where(IsOfApi))
        {
            var useCase = endpoint.Metadata.GetMetadata<UseCaseMetadata>();
            useCase.Should().NotBeNull($"{endpoint.DisplayName} must name its use case with Needs");
            useCase!.Permission.Should().Be((Permission)useCase.UseCase.GetProperty(nameof(Permission))!.GetValue(null)!, endpoint.DisplayName);
            foreach (var role in new Role?[] { null, Role.Reader, Role.Operator, Role.Administrator })
            {
                var expected = role is null ? HttpStatusCode.Unauthorized : role < Caller.RoleFor(useCase.Permission) ? HttpStatusCode.Forbidden : (HttpStatusCode?)null;
                var answer = await AskAsync(endpoint, role);
                var right = expected is null ? answer is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) : answer == expected;
                if (!right)
                {
                    wrong.Add($"{endpoint.DisplayName} as {role?.ToString() ?? "nobody"}: {answer}, not {expected?.ToString() ?? "let in"}");
                }
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Nothing_but_health_the_published_documents_and_the_way_to_sign_in_is_open_to_all() =>
        Endpoints().Where(IsOpen).Select(PathOf)
            .Should().OnlyContain(path => OpenToAll.Any(open => path.StartsWith(open, StringComparison.Ordinal)));

    [Fact]
    public async Task Studio_shows_nothing_to_whoever_is_not_signed_in()
    {
        var pages = Endpoints().Where(e => !IsOpen(e) && !IsOfApi(e)).ToList();

        pages.Select(PathOf).Should().Contain(["/images", "/_blazor"]);
        foreach (var page in pages)
        {
            (await AskAsync(page, null)).Should().Be(HttpStatusCode.Unauthorized, page.DisplayName);
        }
    }

    [Fact]
    public void Each_use_case_has_an_endpoint() =>
        Core.CoreServices.UseCaseTypes.Except(Endpoints().Select(e => e.Metadata.GetMetadata<UseCaseMetadata>()?.UseCase)).Should().BeEmpty();

    private IEnumerable<RouteEndpoint> Endpoints() => _server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string PathOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static bool IsOfApi(RouteEndpoint endpoint) => PathOf(endpoint).StartsWith(ApiRoutes.Root, StringComparison.Ordinal);

    private static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Asks for things that aren't there, with a body that can't be read: who may not come in must not learn either.</summary>
    private async Task<HttpStatusCode> AskAsync(RouteEndpoint endpoint, Role? role)
    {
        if (!_clients.TryGetValue($"{role}", out var http))
        {
            _clients[$"{role}"] = http = _server.HttpOf(role);
        }

        var path = endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : Guid.NewGuid().ToString());
        var method = new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET");
        using var request = new HttpRequestMessage(method, string.Join('/', path));
        if (method != HttpMethod.Get)
        {
            request.Content = new StringContent("?", Encoding.UTF8, "application/json");
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        return answer.StatusCode;
    }
}
