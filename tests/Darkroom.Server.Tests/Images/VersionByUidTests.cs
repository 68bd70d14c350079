using Darkroom.Contracts.Images;
using Darkroom.Server.Composition;
using Darkroom.Testing;
using RequestContext = Darkroom.Client.Http.RequestContext;

namespace Darkroom.Server.Tests.Images;

/// <summary>Versions found without their definition, as scripts that keep uids do.</summary>
[Trait("Suite", "full")]
public sealed class VersionByUidTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Versions_of_all_definitions_are_listed_and_narrowed(DatabaseKind database)
    {
        await using var server = await ImageServer.StartAsync(database);
        var office = (await server.Definitions.CreateAsync(ImageServer.New("Office"), ct: Ct)).ImageDefinitionUid;
        await server.Definitions.CreateAsync(ImageServer.New("office 2"), ct: Ct);
        await server.Definitions.CreateAsync(ImageServer.New("Lab"), ct: Ct);
        foreach (var definition in new[] { "office 2", "Office", "Lab", "Office" })
        {
            await server.Versions.CreateAsync(definition, ct: Ct);
        }

        (await NamesAsync()).Should().Equal("Lab 1", "Office 1", "Office 2", "office 2 1");
        (await NamesAsync("OFFICE*")).Should().Equal("Office 1", "Office 2", "office 2 1");
        (await NamesAsync($"{office}", 2)).Should().Equal("Office 2");
        (await NamesAsync(number: 1, sort: "-imageDefinitionName")).Should().Equal("office 2 1", "Office 1", "Lab 1");
        (await NamesAsync("nothing")).Should().BeEmpty();
        (await NamesAsync(sort: "-creationTime", pageSize: 1)).Should().Equal("Office 2", "Lab 1", "Office 1", "office 2 1");

        async Task<IEnumerable<string>> NamesAsync(string? definition = null, int? number = null, string? sort = null, int? pageSize = null)
        {
            var seen = new List<ImageVersionDto>();
            string? token = null;
            do
            {
                var page = await server.Server.Reader.ImageVersions.ListAllAsync(definition, number, sort, pageSize, token, Ct);
                seen.AddRange(page.Items);
                token = page.NextPageToken;
            }
            while (token is not null);
            return seen.Select(v => $"{v.ImageDefinitionName} {v.ImageVersionNumber}");
        }
    }

    [Fact]
    public async Task A_version_is_shown_redescribed_given_its_master_and_removed_by_its_uid()
    {
        await using var server = await DarkroomServer.StartAsync();
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        await DemoScene.MasterSpecAsync(server.Operator, "office", Ct);
        var versions = server.Operator.ImageVersions;
        var second = await versions.CreateAsync("office", ct: Ct);

        (await versions.GetAsync(second.ImageVersionUid, Ct)).Should().BeEquivalentTo(second);
        var changed = await versions.UpdateAsync(second.ImageVersionUid, new() { Description = "by uid" }, ct: Ct);
        changed.Should().BeEquivalentTo(await versions.GetAsync("office", "2", Ct));
        await Refused.WithAsync(
            "VersionMismatch", () => versions.RemoveAsync(second.ImageVersionUid, new RequestContext { IfVersion = second.Version }, Ct));

        var master = await versions.AddMasterSpecAsync(
            second.ImageVersionUid, new AddMasterSpecRequest { HostingUnit = DemoScene.Name, MasterImagePath = DemoScene.GoodMaster }, ct: Ct);
        master.ImageVersionUid.Should().Be(second.ImageVersionUid);
        await Refused.WithAsync("ImageVersionHasSpecs", () => versions.RemoveAsync(second.ImageVersionUid, ct: Ct));
        await server.WaitForOperationAsync((await server.Operator.ImageVersionSpecs.RemoveAsync(master.ImageVersionSpecUid, ct: Ct)).OperationId);
        await versions.RemoveAsync(second.ImageVersionUid, ct: Ct);
        (await Refused.WithAsync("ImageVersionNotFound", () => versions.GetAsync(second.ImageVersionUid, Ct))).Detail.Should().Contain($"{second.ImageVersionUid}");
    }
}
