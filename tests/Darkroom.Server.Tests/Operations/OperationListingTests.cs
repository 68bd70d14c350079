using System.Net.Http.Json;
using Darkroom.Client.Http;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Server.Composition;
using Darkroom.Server.Tests.Images;

namespace Darkroom.Server.Tests.Operations;

public sealed class OperationListingTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Suite", "full")]
    [InlineData("ended=true", OperationState.Succeeded, OperationState.Failed, OperationState.Canceled, OperationState.Stuck)]
    [InlineData("ended=false", OperationState.Held)]
    [InlineData("ended=true&state=Held")]
    [InlineData("active=false&ended=false", OperationState.Held)]
    public async Task What_has_ended_is_told_apart_from_what_is_held(string query, params OperationState[] expected)
    {
        await using var server = await ImageServer.StartAsync(DatabaseKind.Sqlite);
        foreach (var state in new[] { OperationState.Held, OperationState.Stuck, OperationState.Succeeded, OperationState.Failed, OperationState.Canceled })
        {
            var (_, version) = await server.DefinitionAsync();
            await server.PlantPreparedAsync(version, await server.PlantMasterAsync(version, server.EastA), state);
        }

        using var http = server.Server.HttpOf(Role.Reader);
        var page = await http.GetFromJsonAsync<Page<OperationDto>>($"api/v1/operations?{query}", DarkroomJson.Options, Ct);

        page!.Items.Select(operation => operation.State).Should().BeEquivalentTo(expected);
    }
}
