using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Server.Composition;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Images;

/// <summary>Lists on either database: each compares and orders in its own way.</summary>
[Trait("Suite", "full")]
public sealed class ListingTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_definition_that_stays_is_seen_once_whatever_comes_and_goes(DatabaseKind database)
    {
        await using var server = await ImageServer.StartAsync(database);
        string[] names = ["beta", "Alpha", "alpha 2", "Gamma_1", "gamma%1", "Ünder", "zeta", "10", "9"];
        foreach (var name in names)
        {
            await server.Definitions.CreateAsync(ImageServer.New(name), ct: Ct);
        }

        foreach (var sort in new[] { null, "-name", "createTime", "-createTime", "latestVersion,-name", "-latestVersion" })
        {
            var seen = new List<string>();
            string? token = null;
            var comings = 0;
            do
            {
                var page = await server.Definitions.ListAsync(sort: sort, pageSize: 2, pageToken: token, ct: Ct);
                seen.AddRange(page.Items.Select(d => d.ImageDefinitionName));
                token = page.NextPageToken;
                var first = $"!{sort}{++comings}".Replace(",", "", StringComparison.Ordinal);
                await server.Definitions.CreateAsync(ImageServer.New(first), ct: Ct);
                await server.Definitions.RemoveAsync(first, ct: Ct);
            }
            while (token is not null);

            seen.Should().BeEquivalentTo(names, because: $"sorted by {sort}").And.OnlyHaveUniqueItems();
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_sort_orders_and_a_filter_keeps_what_its_star_allows(DatabaseKind database)
    {
        await using var server = await ImageServer.StartAsync(database);
        foreach (var name in new[] { "Win 10", "win 11", "Linux", "w_n", "50% off" })
        {
            await server.Definitions.CreateAsync(ImageServer.New(name), ct: Ct);
        }

        (await NamesAsync("WIN*")).Should().Equal("Win 10", "win 11");
        (await NamesAsync("*1*", "-name")).Should().Equal("win 11", "Win 10");
        (await NamesAsync("w_n")).Should().Equal("w_n");
        (await NamesAsync("5*% off")).Should().Equal("50% off");
        (await NamesAsync("win")).Should().BeEmpty();
        (await NamesAsync(null, "-createTime")).Should().Equal("50% off", "w_n", "Linux", "win 11", "Win 10");

        async Task<IEnumerable<string>> NamesAsync(string? filter, string? sort = null) =>
            (await server.Definitions.ListAsync(filter, sort, ct: Ct)).Items.Select(d => d.ImageDefinitionName);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Specs_are_narrowed_by_what_they_belong_to(DatabaseKind database)
    {
        await using var server = await ImageServer.StartAsync(database);
        var (first, version) = await server.DefinitionAsync(server.East);
        var (second, other) = await server.DefinitionAsync(server.West);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var prepared = await server.PlantPreparedAsync(version, master, OperationState.Succeeded, "ami-1");
        var west = await server.PlantMasterAsync(other, server.WestA);

        (await UidsAsync(server.Specs.ListAsync(ct: Ct))).Should().BeEquivalentTo([master.Uid, prepared.Uid, west.Uid]);
        (await UidsAsync(server.Specs.ListAsync(imageDefinition: first.ImageDefinitionName.ToUpperInvariant(), ct: Ct))).Should().BeEquivalentTo([master.Uid, prepared.Uid]);
        (await UidsAsync(server.Specs.ListAsync(imageDefinition: $"{second.ImageDefinitionUid}", ct: Ct))).Should().Equal(west.Uid);
        (await UidsAsync(server.Specs.ListAsync(imageVersionUid: version.ImageVersionUid, isPrepared: true, ct: Ct))).Should().Equal(prepared.Uid);
        (await UidsAsync(server.Specs.ListAsync(hostingUnit: "west*", imageVersionNumber: 1, ct: Ct))).Should().Equal(west.Uid);
        (await UidsAsync(server.Specs.ListAsync(hostingUnit: $"{server.EastA.Uid}", status: ImageVersionSpecStatus.None, ct: Ct))).Should().Equal(master.Uid);
        (await UidsAsync(server.Specs.ListAsync(imageVersionNumber: 2, ct: Ct))).Should().BeEmpty();

        var shown = await server.Specs.GetAsync(prepared.Uid, Ct);
        shown.Should().BeEquivalentTo(new { IsPrepared = true, PreparationType = PreparationType.Mcs, SourceImageVersionSpecUid = master.Uid });
        shown.HostingUnits.Should().ContainSingle().Which.Should().BeEquivalentTo(new { HostingUnitUid = server.EastA.Uid, HostingUnitName = "East A", IsPrimary = true });
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Versions_and_specs_are_paged_in_every_order(DatabaseKind database)
    {
        await using var server = await ImageServer.StartAsync(database);
        var (definition, first) = await server.DefinitionAsync(server.East);
        var specs = new List<Guid> { (await server.PlantMasterAsync(first, server.EastA)).Uid };
        for (var n = 2; n <= 5; n++)
        {
            specs.Add((await server.PlantMasterAsync(await server.Versions.CreateAsync(definition.ImageDefinitionName, ct: Ct), server.EastA)).Uid);
        }

        var numbers = await AllAsync(token => server.Versions.ListAsync(definition.ImageDefinitionName, "-number", 2, token, Ct));
        numbers.Select(v => v.ImageVersionNumber).Should().Equal(5, 4, 3, 2, 1);
        numbers.Should().AllSatisfy(v => v.ImageVersionSpecsCount.Should().Be(1));
        foreach (var sort in new[] { "imageDefinitionName,imageVersionNumber", "hostingUnitName,imageVersionNumber", "imageVersionNumber" })
        {
            var all = await AllAsync(token => server.Specs.ListAsync(sort: sort, pageSize: 2, pageToken: token, ct: Ct));
            all.Select(s => s.ImageVersionSpecUid).Should().Equal(specs);
        }

        (await AllAsync(token => server.Specs.ListAsync(sort: "-creationTime", pageSize: 2, pageToken: token, ct: Ct))).Should().HaveCount(5);
    }

    [Fact]
    public async Task A_page_that_can_not_be_is_refused_on_its_member()
    {
        await using var server = await ImageServer.StartAsync(DatabaseKind.Sqlite);
        await server.DefinitionAsync();
        await server.DefinitionAsync();
        var token = (await server.Definitions.ListAsync(pageSize: 1, ct: Ct)).NextPageToken;

        await RefusedOnAsync("pageSize", "ValueOutOfRange", () => server.Definitions.ListAsync(pageSize: 0, ct: Ct));
        await RefusedOnAsync("pageSize", "ValueOutOfRange", () => server.Definitions.ListAsync(pageSize: 1001, ct: Ct));
        await RefusedOnAsync("sort", "InvalidRequest", () => server.Definitions.ListAsync(sort: "colour", ct: Ct));
        await RefusedOnAsync("pageToken", "InvalidRequest", () => server.Definitions.ListAsync(pageToken: "?", ct: Ct));
        await RefusedOnAsync("pageToken", "InvalidRequest", () => server.Definitions.ListAsync(pageToken: "AAAA", ct: Ct));
        await RefusedOnAsync("pageToken", "InvalidRequest", () => server.Definitions.ListAsync(pageToken: "bnVsbA", ct: Ct));
        await RefusedOnAsync("pageToken", "InvalidRequest", () => server.Definitions.ListAsync(sort: "-name", pageToken: token, ct: Ct));
        await RefusedOnAsync("pageToken", "InvalidRequest", () => server.Specs.ListAsync(pageToken: token, ct: Ct));
        await RefusedOnAsync("name", "ControlCharacter", () => server.Definitions.ListAsync("a\0", ct: Ct));
        await RefusedOnAsync("imageDefinition", "ValueTooLong", () => server.Specs.ListAsync(new string('d', 201), ct: Ct));
    }

    private static async Task RefusedOnAsync(string field, string code, Func<Task> request) =>
        (await Refused.WithAsync(code, request)).Errors[0].Field.Should().Be(field);

    private static async Task<IEnumerable<Guid>> UidsAsync(Task<Contracts.Problems.Page<ImageVersionSpecDto>> list) =>
        (await list).Items.Select(s => s.ImageVersionSpecUid);

    private static async Task<List<T>> AllAsync<T>(Func<string?, Task<Contracts.Problems.Page<T>>> read)
    {
        var all = new List<T>();
        string? token = null;
        do
        {
            var page = await read(token);
            all.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token is not null);

        return all;
    }
}
