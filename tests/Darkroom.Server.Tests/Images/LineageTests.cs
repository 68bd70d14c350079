using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Use;

namespace Darkroom.Server.Tests.Images;

public sealed class LineageTests(ImageServer server) : IClassFixture<ImageServer>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lineage_goes_from_the_master_image_down_to_the_catalogs_as_a_tree()
    {
        var spec = await server.PlantImageAsync();
        var master = spec.SourceSpecUid!.Value;
        var (accounting, sales) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await server.PlantAsync(
            new ImageVersionSpecHostingUnit { SpecUid = spec.Uid, HostingUnitUid = server.EastB.Uid, IsPrimary = false, Status = ImageShareStatus.Success },
            Assignment("Accounting", accounting, server.EastB.Uid, isCurrent: true),
            Assignment("Accounting", accounting, server.EastB.Uid, isCurrent: false),
            Assignment("Sales", sales, server.WestA.Uid, isCurrent: false),
            Machine(accounting),
            Machine(sales));

        var lineage = await server.Specs.LineageAsync(spec.Uid, Ct);

        var ids = lineage.Nodes.ToDictionary(node => node.Id);
        lineage.Nodes.Select(node => (node.Kind, node.State, Parent: node.ParentId is { } parent ? ids[parent].Kind : (LineageNodeKind?)null)).Should().Equal(
            (LineageNodeKind.MasterImage, LineageState.Present, null),
            (LineageNodeKind.MasterSpec, LineageState.None, LineageNodeKind.MasterImage),
            (LineageNodeKind.PreparedSpec, LineageState.Success, LineageNodeKind.MasterSpec),
            (LineageNodeKind.PreparedImage, LineageState.Present, LineageNodeKind.PreparedSpec),
            (LineageNodeKind.Snapshot, LineageState.Present, LineageNodeKind.PreparedImage),
            (LineageNodeKind.HostingUnit, LineageState.Success, LineageNodeKind.PreparedSpec),
            (LineageNodeKind.HostingUnit, LineageState.Success, LineageNodeKind.PreparedSpec),
            (LineageNodeKind.Catalog, LineageState.Current, LineageNodeKind.HostingUnit),
            (LineageNodeKind.Catalog, LineageState.History, LineageNodeKind.PreparedSpec));
        lineage.Nodes[0].Should().BeEquivalentTo(new { Name = "win10-2411-ami", CloudId = ImageServer.MasterImageId });
        lineage.Nodes[3].CloudId.Should().Be(ImageServer.PreparedImageId);
        lineage.Nodes[5].Should().BeEquivalentTo(new { Name = "East A", IsPrimary = true, Uid = (Guid?)server.EastA.Uid });
        lineage.Nodes[7].Should().BeEquivalentTo(new { Name = "Accounting", Uid = (Guid?)accounting, Machines = 1, MachineNames = new[] { $"DESK-{accounting:N}" }, ParentId = $"hosting-unit:{server.EastB.Uid}" });
        lineage.Nodes[8].Should().BeEquivalentTo(new { Name = "Sales", Machines = 1 });
        lineage.Problems.Should().BeEmpty();
        (await server.Specs.LineageAsync(master, Ct)).Should().BeEquivalentTo(lineage);
        (await server.Versions.LineageAsync(lineage.ImageDefinitionName, "1", Ct)).Should().BeEquivalentTo(lineage);

        ImageAssignment Assignment(string name, Guid scheme, Guid unit, bool isCurrent) => new()
        {
            ProvisioningSchemeUid = scheme,
            ProvisioningSchemeName = name,
            HostingUnitUid = unit,
            SpecUid = spec.Uid,
            IsCurrent = isCurrent,
        };

        BootedMachine Machine(Guid scheme) => new() { Name = $"DESK-{scheme:N}", ProvisioningSchemeUid = scheme, HostingUnitUid = server.EastB.Uid, SpecUid = spec.Uid };
    }

    [Fact]
    public async Task A_catalog_whose_machines_run_on_an_image_that_its_history_has_lost_is_named()
    {
        var spec = await server.PlantImageAsync();
        var scheme = Guid.CreateVersion7();
        await server.PlantAsync(
            new ImageAssignment { ProvisioningSchemeUid = scheme, ProvisioningSchemeName = "Marketing", HostingUnitUid = server.EastA.Uid, SpecUid = Guid.CreateVersion7(), IsCurrent = true },
            new BootedMachine { Name = "MKT-0001", ProvisioningSchemeUid = scheme, HostingUnitUid = server.EastA.Uid, SpecUid = spec.Uid });

        (await server.Specs.LineageAsync(spec.Uid, Ct)).Nodes.Single(node => node.Kind == LineageNodeKind.Catalog).Should().BeEquivalentTo(
            new { Name = "Marketing", State = LineageState.History, Uid = (Guid?)scheme, Machines = 1 });
    }

    [Fact]
    public async Task An_image_that_is_gone_from_the_account_is_said_to_be_missing()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var prepared = await server.PlantPreparedAsync(
            version, await server.PlantMasterAsync(version, server.EastA), OperationState.Succeeded, "ami-0fffffffffffffff1", "snap-0fffffffffffffff1");
        var nodes = (await server.Specs.LineageAsync(prepared.Uid, Ct)).Nodes;
        nodes.Single(node => node.Kind == LineageNodeKind.PreparedImage).State.Should().Be(LineageState.Missing);
        nodes.Single(node => node.Kind == LineageNodeKind.Snapshot).State.Should().Be(LineageState.Unknown);
    }

    [Fact]
    public async Task Where_the_cloud_is_not_asked_the_state_is_unknown_and_the_lineage_says_why()
    {
        var (definition, version) = await server.DefinitionAsync(server.Resting);
        (await server.Versions.LineageAsync(definition.ImageDefinitionName, "latest", Ct)).Nodes.Should().BeEmpty();
        await server.PlantMasterAsync(version, server.RestingA);
        var lineage = await server.Versions.LineageAsync(definition.ImageDefinitionName, "latest", Ct);
        lineage.Nodes.Select(node => (node.Kind, node.State)).Should().Equal((LineageNodeKind.MasterImage, LineageState.Unknown), (LineageNodeKind.MasterSpec, LineageState.None));
        lineage.Problems.Should().ContainSingle().Which.Code.Should().Be("HypervisorInMaintenanceMode");
    }
}
