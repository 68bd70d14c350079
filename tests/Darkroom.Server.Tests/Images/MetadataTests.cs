using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Server.Composition;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.Images;

/// <summary>What administrators keep beside images and operations.</summary>
[Trait("Suite", "full")]
public sealed class MetadataTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly Dictionary<string, string> Given = new() { ["Owner"] = "Ünder \"quotes\"", ["Ticket"] = "" };

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Metadata_given_at_creation_is_shown_from_then_on(DatabaseKind database)
    {
        await using var server = await DarkroomServer.StartAsync(database);
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var client = server.Operator;
        await client.ImageDefinitions.CreateAsync(New("office", Given), ct: Ct);
        await client.ImageDefinitions.AddConnectionAsync("office", DemoScene.Name, ct: Ct);
        await client.ImageVersions.CreateAsync("office", metadata: Given, ct: Ct);
        var master = await client.ImageVersions.AddMasterSpecAsync("office", "1", Master(Given), ct: Ct);
        var started = await client.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, Metadata = Given }, ct: Ct);

        (await client.ImageDefinitions.GetAsync("office", Ct)).Metadata.Should().BeEquivalentTo(Given);
        (await client.ImageVersions.GetAsync("office", "1", Ct)).Metadata.Should().BeEquivalentTo(Given);
        (await client.ImageVersionSpecs.GetAsync(master.ImageVersionSpecUid, Ct)).Metadata.Should().BeEquivalentTo(Given);
        (await client.ImageVersionSpecs.GetAsync(started.ImageVersionSpecUid, Ct)).Metadata.Should().BeEquivalentTo(Given);
        (await client.Operations.GetAsync(started.OperationId, Ct)).Metadata.Should().BeEquivalentTo(Given);
        (await client.Operations.ListAsync(ct: Ct)).Items.Should().ContainSingle().Which.Metadata.Should().BeEquivalentTo(Given);

        await client.Operations.UpdateMetadataAsync(started.OperationId, new Dictionary<string, string?> { ["Owner"] = null }, ct: Ct);
        var ended = await server.WaitForOperationAsync(started.OperationId);
        ended.State.Should().Be(OperationState.Succeeded, "its run doesn't notice");
        ended.Metadata.Should().BeEquivalentTo(new Dictionary<string, string> { ["Ticket"] = "" });
        (await client.ImageVersionSpecs.GetAsync(started.ImageVersionSpecUid, Ct)).Metadata.Should().BeEquivalentTo(Given);
    }

    [Fact]
    public async Task Metadata_of_an_operation_is_set_and_removed_in_any_state_and_audited_without_touching_the_operation()
    {
        await using var images = await ImageServer.StartAsync(DatabaseKind.Sqlite);
        var (_, version) = await images.DefinitionAsync();
        var master = await images.PlantMasterAsync(version, images.EastA);
        var operations = images.Server.Operator.Operations;
        var id = (await images.PlantPreparedAsync(version, master, OperationState.Failed)).OperationId!.Value;
        var before = await operations.GetAsync(id, Ct);
        before.Metadata.Should().BeEmpty();

        await operations.UpdateMetadataAsync(id, new Dictionary<string, string?> { ["Ticket"] = "1", ["Who"] = "me" }, ct: Ct);
        await operations.UpdateMetadataAsync(id, new Dictionary<string, string?> { ["TICKET"] = "2", ["who"] = null }, ct: Ct);
        var after = await operations.UpdateMetadataAsync(id, new Dictionary<string, string?> { ["TICKET"] = "2", ["nobody"] = null }, ct: Ct);

        after.Metadata.Should().BeEquivalentTo(new Dictionary<string, string> { ["TICKET"] = "2" });
        after.Version.Should().Be(before.Version);
        await using var db = await images.OpenAsync();
        (await db.AuditRecords.Where(a => a.TargetUid == id).OrderBy(a => a.Id).Select(a => a.After).ToListAsync(Ct))
            .Should().Equal("""{"metadata":{"Ticket":"1","Who":"me"}}""", """{"metadata":{"TICKET":"2"}}""");
    }

    [Theory]
    [InlineData("MetadataNameInvalid", "", "v")]
    [InlineData("MetadataNameTwice", "owner", "v")]
    [InlineData("ControlCharacter", "n", "\u0007")]
    public async Task Bad_metadata_is_refused_and_nothing_is_made(string code, string name, string value)
    {
        await using var server = await ImageServer.StartAsync(DatabaseKind.Sqlite);
        var (definition, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var bad = new Dictionary<string, string>(Given) { [name] = value };
        var operation = (await server.PlantPreparedAsync(version, master, OperationState.Failed)).OperationId!.Value;

        await Refused.WithAsync(code, () => server.Definitions.CreateAsync(New("bad", bad), ct: Ct));
        await Refused.WithAsync(code, () => server.Versions.CreateAsync(definition.ImageDefinitionName, metadata: bad, ct: Ct));
        await Refused.WithAsync(code, () => server.Versions.AddMasterSpecAsync(definition.ImageDefinitionName, "1", Master(bad), ct: Ct));
        await Refused.WithAsync(
            code, () => server.Specs.PrepareAsync(master.Uid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, Metadata = bad }, ct: Ct));
        var refused = await Refused.WithAsync(
            code, () => server.Server.Operator.Operations.UpdateMetadataAsync(operation, bad.ToDictionary(e => e.Key, string? (e) => e.Value), ct: Ct));
        refused.Errors[0].Field.Should().StartWith("metadata");
        await Refused.WithAsync("MetadataTooMany", () => server.Definitions.CreateAsync(
            New("bad", Enumerable.Range(0, 51).ToDictionary(i => $"{i}", _ => "")), ct: Ct));
        (await server.Definitions.ListAsync(ct: Ct)).Items.Should().ContainSingle();
    }

    private static CreateImageDefinitionRequest New(string name, IReadOnlyDictionary<string, string> metadata) => ImageServer.New(name) with { Metadata = metadata };

    private static AddMasterSpecRequest Master(IReadOnlyDictionary<string, string> metadata) =>
        new() { HostingUnit = DemoScene.Name, MasterImagePath = DemoScene.GoodMaster, Metadata = metadata };
}
