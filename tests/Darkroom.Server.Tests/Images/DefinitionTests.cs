using Darkroom.Contracts.Images;
using Microsoft.EntityFrameworkCore;
using RequestContext = Darkroom.Client.Http.RequestContext;

namespace Darkroom.Server.Tests.Images;

public sealed class DefinitionTests(ImageServer server) : IClassFixture<ImageServer>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_definition_has_no_version_and_is_found_by_name_whatever_its_case_and_by_uid()
    {
        var made = await server.Definitions.CreateAsync(ImageServer.New("Found Again", "for finance"), ct: Ct);
        made.Should().BeEquivalentTo(new
        {
            ImageDefinitionName = "Found Again",
            Description = "for finance",
            OsType = OsType.Windows,
            SessionSupport = SessionSupport.MultiSession,
            LatestVersion = 0,
            VersionsCount = 0,
            Version = 1L,
        });
        (await server.Definitions.GetAsync("fOUND aGAIN", Ct)).Should().BeEquivalentTo(made);
        (await server.Definitions.GetAsync($"{made.ImageDefinitionUid}", Ct)).Should().BeEquivalentTo(made);
    }

    [Fact]
    public async Task A_definition_can_be_asked_for_with_HEAD()
    {
        await server.Definitions.CreateAsync(ImageServer.New("Headed"), ct: Ct);
        using var http = server.Server.HttpOf(Contracts.Access.Role.Reader);
        using var there = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "api/v1/image-definitions/headed"), Ct);
        using var missing = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "api/v1/image-definitions/headless"), Ct);
        ((int)there.StatusCode).Should().Be(200);
        there.Headers.ETag!.Tag.Should().Be("\"1\"");
        ((int)missing.StatusCode).Should().Be(404);
    }

    [Fact]
    public async Task A_taken_name_is_refused_whatever_its_case()
    {
        await server.Definitions.CreateAsync(ImageServer.New("Taken"), ct: Ct);
        var other = await server.Definitions.CreateAsync(ImageServer.New("Not Taken"), ct: Ct);

        var create = await Refused.WithAsync("ImageDefinitionNameTaken", () => server.Definitions.CreateAsync(ImageServer.New("tAKEN"), ct: Ct));
        create.Detail.Should().Contain("'Taken'");
        create.Errors[0].Field.Should().Be("imageDefinitionName");
        await Refused.WithAsync("ImageDefinitionNameTaken", () => RenameAsync(other, "TAKEN"));
        (await RenameAsync(other, "NOT TAKEN")).ImageDefinitionName.Should().Be("NOT TAKEN");
    }

    [Fact]
    public async Task A_definition_is_renamed_and_redescribed_and_the_rest_is_fixed()
    {
        var made = await server.Definitions.CreateAsync(ImageServer.New("Before", "old"), ct: Ct);

        var changed = await server.Definitions.UpdateAsync(
            "Before", new UpdateImageDefinitionRequest { ImageDefinitionName = "After", Description = "new", OsType = OsType.Windows }, ct: Ct);
        changed.Should().BeEquivalentTo(made with { ImageDefinitionName = "After", Description = "new", Version = 2 });
        await Refused.WithAsync("ImageDefinitionNotFound", () => server.Definitions.GetAsync("Before", Ct));
        await Refused.WithAsync("ImageDefinitionFixedAtCreation", () => server.Definitions.UpdateAsync("After", new() { OsType = OsType.Linux }, ct: Ct));
        await Refused.WithAsync(
            "ImageDefinitionFixedAtCreation", () => server.Definitions.UpdateAsync("After", new() { SessionSupport = SessionSupport.SingleSession }, ct: Ct));
        (await server.Definitions.UpdateAsync("After", new(), ct: Ct)).Should().BeEquivalentTo(changed, "a change of nothing is none");
    }

    [Fact]
    public async Task A_change_of_a_state_that_is_gone_is_refused()
    {
        var read = await server.Definitions.CreateAsync(ImageServer.New("Contended"), ct: Ct);
        var stale = new RequestContext { IfVersion = read.Version };
        await server.Definitions.UpdateAsync("Contended", new() { Description = "by another" }, stale, Ct);

        await Refused.WithAsync("VersionMismatch", () => server.Definitions.UpdateAsync("Contended", new() { Description = "mine" }, stale, Ct));
        await Refused.WithAsync("VersionMismatch", () => server.Definitions.RemoveAsync("Contended", stale, Ct));
        (await server.Definitions.GetAsync("Contended", Ct)).Description.Should().Be("by another");
    }

    [Fact]
    public async Task What_a_definition_holds_changes_its_state()
    {
        var made = await server.Definitions.CreateAsync(ImageServer.New("Holding"), ct: Ct);
        var states = new List<long> { made.Version };
        await server.Definitions.AddConnectionAsync("Holding", "East", ct: Ct);
        states.Add((await server.Definitions.GetAsync("Holding", Ct)).Version);
        await server.Versions.CreateAsync("Holding", ct: Ct);
        states.Add((await server.Definitions.GetAsync("Holding", Ct)).Version);
        await server.Versions.RemoveAsync("Holding", "1", ct: Ct);
        states.Add((await server.Definitions.GetAsync("Holding", Ct)).Version);
        await server.Definitions.RemoveConnectionAsync("Holding", "East", ct: Ct);
        states.Add((await server.Definitions.GetAsync("Holding", Ct)).Version);
        states.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_definition_with_versions_stays_and_a_bound_one_goes_with_its_bindings()
    {
        var (definition, version) = await server.DefinitionAsync(server.East, server.West);
        var refused = await Refused.WithAsync("ImageDefinitionHasVersions", () => server.Definitions.RemoveAsync(definition.ImageDefinitionName, ct: Ct));
        refused.Detail.Should().EndWith($"version {version.ImageVersionNumber}.");

        await server.Versions.RemoveAsync(definition.ImageDefinitionName, "latest", ct: Ct);
        await server.Definitions.RemoveAsync(definition.ImageDefinitionName, ct: Ct);
        await Refused.WithAsync("ImageDefinitionNotFound", () => server.Definitions.GetAsync(definition.ImageDefinitionName, Ct));
        await using var db = await server.OpenAsync();
        (await db.ImageDefinitionConnections.CountAsync(c => c.DefinitionUid == definition.ImageDefinitionUid, Ct)).Should().Be(0);
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_and_a_refused_one_is_not()
    {
        var made = await server.Definitions.CreateAsync(ImageServer.New("Audited"), ct: Ct);
        await server.Definitions.UpdateAsync("Audited", new() { Description = "d" }, ct: Ct);
        await Refused.WithAsync("ImageDefinitionFixedAtCreation", () => server.Definitions.UpdateAsync("Audited", new() { OsType = OsType.Linux }, ct: Ct));
        await server.Definitions.AddConnectionAsync("Audited", "East", ct: Ct);
        await server.Definitions.AddConnectionAsync("Audited", "East", ct: Ct);
        await server.Definitions.RemoveAsync("Audited", ct: Ct);

        await using var db = await server.OpenAsync();
        var actions = await db.AuditRecords.Where(a => a.TargetUid == made.ImageDefinitionUid).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Ct);
        actions.Should().Equal("CreateImageDefinition", "UpdateImageDefinition", "AddImageDefinitionConnection", "RemoveImageDefinition");
    }

    [Fact]
    public async Task A_repeat_under_the_same_key_is_answered_with_the_first_reply()
    {
        var context = new RequestContext { IdempotencyKey = "once" };
        var first = await server.Definitions.CreateAsync(ImageServer.New("Once"), context, Ct);
        (await server.Definitions.CreateAsync(ImageServer.New("Once"), context, Ct)).Should().BeEquivalentTo(first);
    }

    private Task<ImageDefinitionDto> RenameAsync(ImageDefinitionDto definition, string name) =>
        server.Definitions.UpdateAsync(definition.ImageDefinitionName, new UpdateImageDefinitionRequest { ImageDefinitionName = name }, ct: Ct);
}
