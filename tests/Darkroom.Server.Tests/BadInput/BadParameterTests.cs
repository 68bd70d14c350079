namespace Darkroom.Server.Tests.BadInput;

/// <summary>Wrong values of every parameter of every operation, as the published document has them.</summary>
[Trait("Suite", "full")]
public sealed class BadParameterTests(BadInputServer server) : IClassFixture<BadInputServer>
{
    public static TheoryData<string> Operations => [.. ApiOperation.All.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Each_wrong_parameter_is_refused_and_nothing_is_written(string id)
    {
        var operation = ApiOperation.Of(id);
        var path = (await server.PathValuesAsync(operation)).ToDictionary(value => value.Key, value => Uri.EscapeDataString(value.Value));
        var cases = operation.ParametersIn("path").SelectMany(ParameterCases.InPath)
            .Concat(operation.ParametersIn("query").SelectMany(ParameterCases.InQuery))
            .Concat(operation.ParametersIn("header").SelectMany(ParameterCases.InHeader)).ToList();
        await server.RestAsync();
        var before = await server.TablesAsync();
        var wrong = new List<string>();

        foreach (var bad in cases)
        {
            var sent = Request(operation, path, bad);
            var reply = await server.SendAsync(sent);
            var complaint = reply.Flaw(operation.Method)
                ?? (!reply.IsRefusal ? "it isn't refused" : null)
                ?? (bad.Code is not null && reply.Code != bad.Code ? $"it isn't {bad.Code}" : null)
                ?? (bad.Code is not null && reply is { Problem: not null, Status: not 412 } && !reply.Names(bad.Parameter.Name) ? "it doesn't name it" : null)
                ?? (!operation.Statuses.Contains(reply.Status) ? "the document doesn't know the status" : null);
            if (complaint is null && !(await server.TablesAsync()).SequenceEqual(before))
            {
                complaint = "something was written";
                before = await server.TablesAsync();
            }

            if (complaint is not null)
            {
                wrong.Add($"{bad.Parameter.Name} {bad.Value}: {complaint}: {reply}\n{sent}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count} parameters");
        string.Join("\n", wrong).Should().BeEmpty();
    }

    private Sent Request(ApiOperation operation, Dictionary<string, string> path, ParameterCase bad)
    {
        var values = bad.Parameter.In == "path" ? new Dictionary<string, string>(path) { [bad.Parameter.Name] = bad.Value } : path;
        var target = values.Aggregate(operation.Path, (at, value) => at.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
        var headers = new Dictionary<string, string>();
        if (operation.Parameters.Any(parameter => parameter.Name == "If-Match"))
        {
            headers["If-Match"] = "*";
        }

        if (bad.Parameter.In == "header")
        {
            headers[bad.Parameter.Name] = bad.Value;
        }

        var query = bad.Parameter.In == "query" ? $"?{bad.Parameter.Name}={bad.Value}" : "";
        return new Sent(operation.Method, target + query, [.. headers], operation.Body is null ? null : server.ValidBody(operation).ToJsonString());
    }
}
