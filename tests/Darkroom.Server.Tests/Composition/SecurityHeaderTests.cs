using System.Text;
using Darkroom.Contracts.Access;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Composition;

public sealed class SecurityHeaderTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private static readonly string[] Expected =
        ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy"];

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, "GET", "api/v1/tokens")]
    [InlineData(200, "GET", "alive")]
    [InlineData(400, "GET", "api/v1/tokens?colour=red")]
    [InlineData(400, "GET", "api/v1/tokens?pageSize=0")]
    [InlineData(400, "POST", "api/v1/tokens")]
    [InlineData(401, "GET", "api/v1/tokens", false)]
    [InlineData(404, "GET", "api/v1/nothing-here")]
    [InlineData(404, "GET", "api/v1/connections/nobody")]
    [InlineData(405, "PUT", "api/v1/tokens")]
    [InlineData(428, "DELETE", "api/v1/connections/nobody")]
    public async Task Every_answer_has_them(int status, string method, string path, bool signedIn = true)
    {
        using var http = fixture.Server.HttpOf(signedIn ? Role.Administrator : null);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = method == "POST" ? new StringContent("{", Encoding.UTF8, "application/json") : null;

        using var answer = await http.SendAsync(request, Ct);

        ((int)answer.StatusCode).Should().Be(status);
        Expected.Where(header => !answer.Headers.Contains(header)).Should().BeEmpty();
    }
}
