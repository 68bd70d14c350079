using System.Net.Http.Json;
using System.Text.Json;
using Darkroom.Client.Http;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Docs;

public sealed class SortColumnTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private const string Root = "/api/v1";

    /// <summary>Of an operation.</summary>
    private const string Id = "{id}";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_on_the_API_has_the_columns_that_each_list_sorts_by()
    {
        using var http = fixture.Server.HttpOf(Role.Administrator);
        using var document = JsonDocument.Parse(await http.GetStringAsync("openapi/v1.json", Ct));
        var page = Published.Read("docs/api.md");
        var lists = document.RootElement.GetProperty("paths").EnumerateObject()
            .Where(path => !path.Name.Replace(Id, "", StringComparison.Ordinal).Contains('{') && path.Value.TryGetProperty("get", out var get) && Sorts(get))
            .Select(path => path.Name).ToList();

        await DemoScene.HostingUnitAsync(fixture.Server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(fixture.Server.Administrator, "sorted", Ct);
        var operation = (await fixture.Server.Administrator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct)).OperationId;
        lists.Should().NotBeEmpty();
        foreach (var list in lists)
        {
            using var answer = await http.GetAsync($"{list.Replace(Id, $"{operation}", StringComparison.Ordinal)}?sort=colour", Ct);
            var problem = await answer.Content.ReadFromJsonAsync<ProblemDto>(DarkroomJson.Options, Ct);
            var columns = problem!.Detail.Split("there are ")[1].TrimEnd('.').Split(", ");
            page.Should().Contain($"| `{list[Root.Length..]}` | {string.Join(", ", columns.Select(column => $"`{column}`"))} |");
        }
    }

    private static bool Sorts(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray().Any(p => p.GetProperty("name").GetString() == "sort");
}
