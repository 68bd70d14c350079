using System.Net.Http.Json;
using System.Text;
using Darkroom.Client.Http;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Problems;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Problems;

/// <summary>What the framework refuses, said in our words. It is told apart by the framework's messages, so each case is held here.</summary>
public sealed class BadRequestTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("purgeDbOnyl=true", "UnknownParameter", "purgeDbOnyl")]
    [InlineData("specs=Remove", "UnknownParameter", "specs")]
    [InlineData("shares=1", "WrongType", "shares")]
    [InlineData("shares=7", "WrongType", "shares")]
    [InlineData("shares=Remove,Remove", "WrongType", "shares")]
    [InlineData("shares=remove", "ImageVersionSpecNotFound", null)]
    public async Task A_query_is_read_strictly_since_a_misspelt_limit_of_a_removal_would_be_no_limit(string query, string code, string? field)
    {
        using var http = fixture.Server.HttpOf(Role.Administrator);
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"api/v1/image-version-specs/{Guid.NewGuid()}?{query}");
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        using var answer = await http.SendAsync(request, Ct);

        var problem = (await answer.Content.ReadFromJsonAsync<ProblemDto>(DarkroomJson.Options, Ct))!;
        problem.Code.Should().Be(code);
        if (field is not null)
        {
            problem.Errors[0].Field.Should().Be(field);
        }
    }

    [Theory]
    [InlineData("tokens")]
    [InlineData("operations/x")]
    public async Task A_method_that_is_not_possible_is_told_apart_from_an_address_that_is_not_there(string path)
    {
        using var http = fixture.Server.HttpOf(Role.Administrator);
        using var request = new HttpRequestMessage(HttpMethod.Head, $"api/v1/{path}");

        using var reply = await http.SendAsync(request, Ct);

        reply.StatusCode.Should().Be(System.Net.HttpStatusCode.MethodNotAllowed);
        reply.Content.Headers.Allow.Should().Contain("GET");
    }

    [Theory]
    [InlineData("""{"name":"x","role":"Reader","colour":1}""", "UnknownMember", "colour")]
    [InlineData("""{"Name":"x","role":"Reader"}""", "UnknownMember", "Name")]
    [InlineData("""{"name":"x","role":7}""", "WrongType", "role")]
    [InlineData("""{"name":"x","role":"7"}""", "WrongType", "role")]
    [InlineData("""{"name":"x","role":"Emperor"}""", "WrongType", "role")]
    [InlineData("""{"name":"x","role":"Reader, Operator"}""", "WrongType", "role")]
    [InlineData("""{"name":5,"role":"Reader"}""", "WrongType", "name")]
    [InlineData("""{"name":["x"],"role":"Reader"}""", "WrongType", "name")]
    [InlineData("""{"name":null,"role":"Reader"}""", "ValueMissing", "name")]
    [InlineData("""{"role":"Reader"}""", "ValueMissing", "name")]
    [InlineData("""{"name":"x"}""", "ValueMissing", "role")]
    [InlineData("""[]""", "WrongType", "body")]
    [InlineData("""null""", "BodyMissing", null)]
    [InlineData("", "BodyMissing", null)]
    [InlineData("""{"name":"x",""", "BodyMalformed", null)]
    [InlineData("""{"name":"x","name":"y","role":"Reader"}""", "MemberTwice", "name")]
    [InlineData("""{"name":"\ud800","role":"Reader"}""", "WrongType", "name")]
    public async Task A_body_is_read_strictly_and_the_member_is_named(string body, string code, string? field)
    {
        var problem = await SendAsync(HttpMethod.Post, "tokens", body);

        problem.Code.Should().Be(code);
        problem.Status.Should().Be(400);
        problem.Errors.Should().ContainSingle().Which.Field.Should().Be(field);
    }

    [Theory]
    [InlineData("POST", "tokens", """{"name":"x","role":"Emperor"}""", "Reader, Operator, Administrator")]
    [InlineData("POST", "image-definitions", """{"imageDefinitionName":"x","osType":"windows","sessionSupport":"MultiSession"}""", "Windows, Linux")]
    [InlineData("GET", "operations?state=Sleeping", null, "Pending, Running, Undoing, Held, Succeeded, Failed, Canceled, Stuck")]
    public async Task Where_there_are_only_some_values_a_wrong_one_is_answered_with_them(string method, string path, string? body, string values)
    {
        var problem = await SendAsync(new HttpMethod(method), path, body);

        problem.Code.Should().Be("WrongType");
        (problem.Detail + problem.Remedy).Should().Contain(values);
    }

    [Theory]
    [InlineData("""{"names":["a",null]}""", "ValueMissing", "names")]
    [InlineData("""{"names":["a",3]}""", "WrongType", "names[1]")]
    [InlineData("""{"names":{}}""", "WrongType", "names")]
    public async Task A_list_holds_no_null_and_nothing_of_another_type(string body, string code, string field)
    {
        var problem = await SendAsync(HttpMethod.Post, "image-definitions/name-availability", body);

        problem.Code.Should().Be(code);
        problem.Errors.Should().ContainSingle().Which.Field.Should().Be(field);
    }

    [Theory]
    [InlineData("GET", "tokens?pageSize=x", "WrongType", "pageSize")]
    [InlineData("GET", "tokens?pageSize=0", "ValueOutOfRange", "pageSize")]
    [InlineData("GET", "tokens?pageSize=1001", "ValueOutOfRange", "pageSize")]
    [InlineData("GET", "tokens?pageToken=%F0%28", "InvalidRequest", "pageToken")]
    [InlineData("GET", "tokens?sort=hash", "InvalidRequest", "sort")]
    [InlineData("DELETE", "tokens/abc", "WrongType", "uid")]
    [InlineData("GET", "nothing-here", "UnknownRoute", null)]
    [InlineData("PUT", "tokens", "MethodNotAllowed", null)]
    public async Task A_wrong_address_or_query_is_a_problem_too(string method, string path, string code, string? field)
    {
        var problem = await SendAsync(new HttpMethod(method), path, null);

        problem.Code.Should().Be(code);
        problem.Errors.Should().ContainSingle().Which.Field.Should().Be(field);
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_refused_by_its_type() =>
        (await SendAsync(HttpMethod.Post, "tokens", "name=x", "text/plain")).Code.Should().Be("UnsupportedMediaType");

    [Fact]
    public async Task A_body_over_a_megabyte_is_refused() =>
        (await SendAsync(HttpMethod.Post, "tokens", $$"""{"name":"{{new string('x', 1_000_001)}}","role":"Reader"}""")).Code.Should().Be("BodyTooLarge");

    [Fact]
    public async Task A_body_nested_too_deeply_is_refused()
    {
        var problem = await SendAsync(HttpMethod.Post, "tokens", string.Concat(Enumerable.Repeat("""{"name":""", 40)));
        problem.Status.Should().Be(400);
    }

    [Theory]
    [InlineData("Darkroom-Logging-Id", "twelve", "HeaderMalformed")]
    [InlineData("Darkroom-Logging-Id", "", "HeaderMalformed")]
    [InlineData("Idempotency-Key", "", "HeaderMalformed")]
    [InlineData("Idempotency-Key", " ", "HeaderMalformed")]
    [InlineData("If-Match", "3", "HeaderMalformed")]
    [InlineData("If-Match", "\"3\", \"4\"", "HeaderMalformed")]
    [InlineData("If-Match", "", "PreconditionRequired")]
    public async Task A_malformed_header_is_named(string header, string value, string code)
    {
        using var http = fixture.Server.HttpOf(Role.Administrator);
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"api/v1/connections/{Guid.NewGuid()}");
        request.Headers.TryAddWithoutValidation("If-Match", header == "If-Match" ? value : "*");
        request.Headers.TryAddWithoutValidation(header, header == "If-Match" ? [] : [value]);

        using var answer = await http.SendAsync(request, Ct);

        var problem = (await answer.Content.ReadFromJsonAsync<ProblemDto>(DarkroomJson.Options, Ct))!;
        problem.Code.Should().Be(code);
        problem.Errors[0].Field.Should().Be(header);
    }

    private async Task<ProblemDto> SendAsync(HttpMethod method, string path, string? body, string type = "application/json")
    {
        using var http = fixture.Server.HttpOf(Role.Administrator);
        using var request = new HttpRequestMessage(method, "api/v1/" + path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, type),
        };
        using var answer = await http.SendAsync(request, Ct);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = (await answer.Content.ReadFromJsonAsync<ProblemDto>(DarkroomJson.Options, Ct))!;
        answer.Headers.GetValues("Darkroom-Error-Code").Should().Equal(problem.Code);
        ((int)answer.StatusCode).Should().Be(problem.Status);
        problem.Remedy.Should().NotBeEmpty();
        problem.Type.Should().Be($"/docs/errors#{problem.Code.ToLowerInvariant()}");
        return problem;
    }
}
