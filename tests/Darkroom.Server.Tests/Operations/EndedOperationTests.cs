using Darkroom.Contracts.Operations;
using Darkroom.Server.Composition;
using Darkroom.Server.Tests.Images;

namespace Darkroom.Server.Tests.Operations;

/// <summary>What is told about an operation that is over can be done about one that is over.</summary>
public sealed class EndedOperationTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_has_succeeded_is_not_waited_for_before_it_is_retried()
    {
        var (server, operation) = await PlantedAsync(OperationState.Succeeded);
        await using var open = server;

        var refused = await Refused.WithAsync("OperationNotRetryable", () => server.Server.Operator.Operations.RetryAsync(operation, ct: Ct));

        refused.Remedy.Should().Contain("succeeded needs no retry");
    }

    [Theory]
    [Trait("Suite", "full")]
    [InlineData(OperationState.Succeeded)]
    [InlineData(OperationState.Failed)]
    [InlineData(OperationState.Canceled)]
    public async Task What_has_ended_is_not_to_be_cancelled_instead_of_discarded(OperationState state)
    {
        var (server, operation) = await PlantedAsync(state);
        await using var open = server;

        var refused = await Refused.WithAsync("OperationNotDiscardable", () => server.Server.Operator.Operations.DiscardAsync(operation, ct: Ct));

        refused.Remedy.Should().Contain("has ended holds nothing");
    }

    [Fact]
    public async Task What_has_specs_says_what_goes_first_and_catalogs_only_where_there_are_some()
    {
        await using var server = await ImageServer.StartAsync(DatabaseKind.Sqlite);
        var (definition, version) = await server.DefinitionAsync(server.East);
        await server.PlantMasterAsync(version, server.EastA);

        foreach (var request in new Func<Task>[]
        {
            () => server.Definitions.RemoveAsync(definition.ImageDefinitionName, ct: Ct),
            () => server.Versions.RemoveAsync(definition.ImageDefinitionName, "1", ct: Ct),
            () => server.Definitions.RemoveConnectionAsync(definition.ImageDefinitionName, server.East.Name, ct: Ct),
        })
        {
            var problem = (await request.Should().ThrowAsync<Darkroom.Client.Http.DarkroomProblemException>()).Which.Problem;
            problem.Status.Should().Be(409);
            problem.Remedy.Should().StartWith("Remove ").And.NotContain("Give catalogs").And.Contain("if a catalog uses");
        }
    }

    private static async Task<(ImageServer Server, Guid Operation)> PlantedAsync(OperationState state)
    {
        var server = await ImageServer.StartAsync(DatabaseKind.Sqlite);
        var (_, version) = await server.DefinitionAsync();
        var prepared = await server.PlantPreparedAsync(version, await server.PlantMasterAsync(version, server.EastA), state);
        return (server, prepared.OperationId!.Value);
    }
}
