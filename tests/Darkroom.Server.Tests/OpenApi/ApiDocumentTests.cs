using System.Text.Json;
using System.Text.RegularExpressions;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.OpenApi;

public sealed class ApiDocumentTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_in_the_repository_is_the_one_served()
    {
        var served = await ReadAsync("openapi/v1.json");

        Published.ShouldBe("openapi/darkroom.v1.json", served.ReplaceLineEndings("\n") + "\n", "eng/update-openapi");
    }

    [Fact]
    public async Task Each_operation_has_a_summary_its_problems_and_examples_of_its_bodies()
    {
        using var document = JsonDocument.Parse(await ReadAsync("openapi/v1.json"));
        document.RootElement.GetProperty("openapi").GetString().Should().StartWith("3.1");
        var missing = new List<string>();
        foreach (var (name, operation) in Operations(document))
        {
            if (!operation.TryGetProperty("summary", out var summary) || summary.GetString() is not { Length: > 10 })
            {
                missing.Add($"{name}: summary");
            }

            missing.AddRange(new[] { "400", "401", "403", "429", "500" }.Where(status => !operation.GetProperty("responses").TryGetProperty(status, out _)).Select(status => $"{name}: {status}"));
            missing.AddRange(Bodies(operation).Where(body => !body.TryGetProperty("example", out _)).Select(_ => $"{name}: example"));
        }

        missing.Should().BeEmpty();
    }

    [Fact]
    public async Task Each_parameter_says_what_it_is()
    {
        using var document = JsonDocument.Parse(await ReadAsync("openapi/v1.json"));

        Operations(document)
            .Where(o => o.Operation.TryGetProperty("parameters", out _))
            .SelectMany(o => o.Operation.GetProperty("parameters").EnumerateArray(), (o, parameter) => (o.Name, Parameter: parameter))
            .Where(p => !p.Parameter.TryGetProperty("description", out var text) || string.IsNullOrWhiteSpace(text.GetString()))
            .Select(p => $"{p.Name}: {p.Parameter.GetProperty("name").GetString()}")
            .Should().BeEmpty();
    }

    [Fact]
    public async Task Operation_ids_are_unique()
    {
        using var document = JsonDocument.Parse(await ReadAsync("openapi/v1.json"));

        Operations(document).Select(o => o.Operation.GetProperty("operationId").GetString()).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_reference_page_loads_nothing_from_elsewhere_and_its_script_carries_the_nonce()
    {
        using var http = fixture.Server.HttpOf(null);
        using var answer = await http.GetAsync("scalar/", Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);

        answer.IsSuccessStatusCode.Should().BeTrue();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which;
        var nonce = Regex.Match(policy, "'nonce-([^']+)'").Groups[1].Value;
        page.Should().Contain($"nonce=\"{nonce}\"");
        policy.Should().NotContain("http:").And.NotContain("https:");
        Regex.Matches(page, "(src|href)=\"(https?:)?//").Should().BeEmpty();
        Regex.Matches(page, "<script(?![^>]*nonce=)").Should().BeEmpty();
        foreach (Match script in Regex.Matches(page, "src=\"([^\"]+)\""))
        {
            (await http.GetAsync(new Uri(new Uri(fixture.Server.Url, "scalar/"), script.Groups[1].Value), Ct)).IsSuccessStatusCode.Should().BeTrue(script.Value);
        }
    }

    private static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonDocument document) =>
        from path in document.RootElement.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name} {path.Name}", operation.Value);

    private static IEnumerable<JsonElement> Bodies(JsonElement operation)
    {
        var holders = operation.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] == '2').Select(r => r.Value);
        if (operation.TryGetProperty("requestBody", out var request))
        {
            holders = holders.Append(request);
        }

        return holders.Where(h => h.TryGetProperty("content", out _)).SelectMany(h => h.GetProperty("content").EnumerateObject())
            .Where(content => content.Name == "application/json").Select(content => content.Value);
    }

    private async Task<string> ReadAsync(string path)
    {
        using var http = fixture.Server.HttpOf(null);
        return await http.GetStringAsync(path, Ct);
    }
}
