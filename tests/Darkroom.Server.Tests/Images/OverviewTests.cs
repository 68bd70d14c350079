using Darkroom.Contracts.Access;
using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Definitions;
using Darkroom.Core.Images.Overview;
using Darkroom.Server.Composition;
using Darkroom.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Images;

/// <summary>The list that Studio opens with: definitions, and their versions below them.</summary>
public sealed class OverviewTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Images_are_listed_below_their_definitions_page_by_page_searched_and_folded(DatabaseKind database)
    {
        await using var server = await DarkroomServer.StartAsync(database);
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var lab = (await server.Operator.ImageDefinitions.CreateAsync(New("Lab", "for 100% of the École"), ct: Ct)).ImageDefinitionUid;
        await server.Operator.ImageDefinitions.CreateAsync(New("empty", ""), ct: Ct);
        var office = (await DemoScene.MasterSpecAsync(server.Operator, "office", Ct)).ImageDefinitionUid;
        await server.Operator.ImageVersions.CreateAsync("office", "With the new Agent", ct: Ct);
        await server.Operator.ImageVersions.CreateAsync("Lab", ct: Ct);

        (await LinesAsync(new())).Should().Equal("empty", "Lab", "Lab 1", "office", "office 2", "office 1 demo");
        (await LinesAsync(new() { Skip = 2, Take = 3 }, count: 6)).Should().Equal("Lab 1", "office", "office 2");
        (await LinesAsync(new() { Skip = 6 }, count: 6)).Should().BeEmpty();
        (await LinesAsync(new() { Exceptions = [lab] })).Should().Equal("empty", "Lab+", "office", "office 2", "office 1 demo");
        (await LinesAsync(new() { Open = false })).Should().Equal("empty+", "Lab+", "office+");
        (await LinesAsync(new() { Open = false, Exceptions = [office] })).Should().Equal("empty+", "Lab+", "office", "office 2", "office 1 demo");
        (await LinesAsync(new() { Open = false, Search = "new agent" })).Should().Equal("office", "office 2");
        (await LinesAsync(new() { Search = "OFF" })).Should().Equal("office", "office 2", "office 1 demo");
        (await LinesAsync(new() { Search = "100% of the École" })).Should().Equal("Lab", "Lab 1");
        (await LinesAsync(new() { Search = "OF THE école" })).Should().Equal("Lab", "Lab 1");
        (await LinesAsync(new() { Search = DemoScene.Name.ToUpperInvariant() })).Should().Equal("office", "office 1 demo");
        (await LinesAsync(new() { Search = "100_" })).Should().BeEmpty();
        (await FindAsync("école", 8)).Should().Equal("Lab");
        (await FindAsync("new agent", 8)).Should().Equal("office 2");
        (await FindAsync("e", 2)).Should().Equal("empty", "Lab", "office 2");
        (await FindAsync(DemoScene.Name, 8)).Should().BeEmpty("a hosting unit is found by itself");
        await server.Operator.ImageVersions.RemoveAsync("office", "2", ct: Ct);
        (await LinesAsync(new() { Open = false })).Should().Equal("empty+", "Lab+", "office+ demo");
        (await ((Func<Task>)(() => LinesAsync(new() { Take = 1001 }))).Should().ThrowAsync<DarkroomException>()).Which.Errors.Single().Code.Should().Be("ValueOutOfRange");

        async Task<List<string>> FindAsync(string text, int most)
        {
            var hits = await server.Services.GetRequiredService<ListImageDefinitions>().FindAsync(new Caller("somebody", Role.Reader), text, most, Ct);
            return [.. hits.Definitions.Select(d => d.ImageDefinitionName), .. hits.Versions.Select(v => $"{v.ImageDefinitionName} {v.ImageVersionNumber}")];
        }

        async Task<List<string>> LinesAsync(ImageLinesRequest request, int? count = null)
        {
            var lines = await server.Services.GetRequiredService<ListImageDefinitions>().HandleWithVersionsAsync(new Caller("somebody", Role.Reader), request, Ct);
            lines.Count.Should().Be(count ?? lines.Items.Count);
            return [.. lines.Items.Select(line =>
                $"{line.Definition.ImageDefinitionName}{(line.Version is { } version ? $" {version.ImageVersionNumber}" : line.IsOpen ? "" : "+")}{string.Concat(line.Specs.Select(spec => $" {spec.HostingUnitName}"))}")];
        }
    }

    private static CreateImageDefinitionRequest New(string name, string description) =>
        new() { ImageDefinitionName = name, OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession, Description = description };
}
