using System.Text.Json.Nodes;
using Darkroom.Contracts.Access;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>Every single fault in every body, as the published document lets one make them.</summary>
[Trait("Suite", "full")]
public sealed class BadBodyTests(BadInputServer server) : IClassFixture<BadInputServer>
{
    private static readonly KeyValuePair<string, string>[] AnyState = [new("If-Match", "*")];

    public static TheoryData<string> Operations => [.. ApiOperation.All.Where(operation => operation.Body is not null).Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Each_fault_in_a_body_is_refused_by_its_member_and_nothing_is_written(string id)
    {
        var operation = ApiOperation.Of(id);
        var path = await server.PathValuesAsync(operation);
        var cases = BodyCases.Of(operation.Body!, server.ValidBody(operation)).ToList();
        await server.RestAsync();
        var before = await server.TablesAsync();
        var wrong = new List<string>();

        foreach (var bad in cases)
        {
            var reply = await server.SendAsync(Request(operation, path, bad.Body));
            var complaint = reply.Flaw(operation.Method)
                ?? (!reply.IsRefusal ? "it isn't refused" : null)
                ?? (bad.Code is not null && reply.Code != bad.Code ? $"it isn't {bad.Code}" : null)
                ?? (bad.Field is not null && !reply.Names(bad.Field) ? $"it doesn't name {bad.Field}" : null)
                ?? (!operation.Statuses.Contains(reply.Status) ? "the document doesn't know the status" : null);
            if (complaint is null && !(await server.TablesAsync()).SequenceEqual(before))
            {
                complaint = "something was written";
                before = await server.TablesAsync();
            }

            if (complaint is not null)
            {
                wrong.Add($"{bad.Fault}: {complaint}: {reply}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count} bodies");
        string.Join("\n", wrong).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_the_document_calls_valid_is_taken_with_null_wherever_null_may_stand(string id)
    {
        var operation = ApiOperation.Of(id);
        foreach (var withNulls in new[] { false, true })
        {
            var path = await server.PathValuesAsync(operation);
            await server.RestAsync();
            var valid = server.ValidBody(operation);
            if (withNulls)
            {
                var given = valid;
                valid = BodyCases.WithEachNull(operation.Body!, valid);
                Requirement(operation, valid, given);
            }

            var reply = await server.SendAsync(Request(operation, path, valid.ToJsonString()));

            reply.Status.Should().BeInRange(200, 299, "{0} {1}", valid.ToJsonString(), reply);
            operation.Statuses.Should().Contain(reply.Status);
        }
    }

    // A connection needs its Region in one of two members, each of which may be null; the rules ask for a machine profile, which the checks take none for.
    private static void Requirement(ApiOperation operation, JsonObject body, JsonObject given)
    {
        if (operation.Id == "CreateConnection")
        {
            body["region"] = "us-east-1";
        }
        else if (operation.Id == "PrepareImage")
        {
            body["machineProfile"] = given["machineProfile"]!.DeepClone();
        }
    }

    private static Sent Request(ApiOperation operation, Dictionary<string, string> path, string body) =>
        new(operation.Method, Target.Of(operation, path), AnyState, body, As: Role.Administrator);
}
