using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Use;

namespace Darkroom.Server.Tests.Images;

/// <summary>A refused removal names everything that stands in the way, in words and as things that a client can link.</summary>
public sealed class RemovalObstacleTests(ImageServer server) : IClassFixture<ImageServer>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Specs_versions_definitions_and_bindings_name_all_that_stands_behind_them_at_once()
    {
        var (definition, version) = await server.DefinitionAsync(server.East, server.West);
        var name = definition.ImageDefinitionName;
        var master = await server.PlantMasterAsync(version, server.EastA);
        var prepared = await server.PlantPreparedAsync(version, master, OperationState.Succeeded, "ami-0eeeeeeeeeeeeeee1");
        var (inA, inWest, history) = (Assignment("Desktops A", server.EastA.Uid, true), Assignment("Desktops West", server.WestA.Uid, true), Assignment("Old", server.EastA.Uid, false));
        var machine = new BootedMachine { Name = "DESK-0001", ProvisioningSchemeUid = history.ProvisioningSchemeUid, HostingUnitUid = server.EastA.Uid, SpecUid = prepared.Uid };
        await server.PlantAsync(Share(server.EastB.Uid), Share(server.WestA.Uid), inA, inWest, history, machine);
        ObstacleDto[] ofSpec =
        [
            Of(ObstacleKind.ImageShare, server.EastB.Uid, "East B"), Of(ObstacleKind.ImageShare, server.WestA.Uid, "West A"),
            Of(ObstacleKind.ProvisioningScheme, inA.ProvisioningSchemeUid, "Desktops A"), Of(ObstacleKind.ProvisioningScheme, inWest.ProvisioningSchemeUid, "Desktops West"),
            Of(ObstacleKind.Machine, machine.Uid, "DESK-0001"),
        ];
        ObstacleDto[] ofVersion =
        [
            new(ObstacleKind.ImageVersionSpec, prepared.Uid, $"prepared spec of {name} version 1"), .. ofSpec,
            new(ObstacleKind.ImageVersionSpec, master.Uid, $"master spec of {name} version 1"),
        ];

        var spec = await Refused.WithAsync("ImageVersionSpecShared", () => server.Specs.RemoveAsync(prepared.Uid, ct: Ct));
        spec.Errors.Select(error => error.Code).Should().Equal("ImageVersionSpecShared", "ImageInUseByCatalogs", "ImageInUseByMachines");
        Obstacles(spec).Should().BeEquivalentTo(ofSpec);
        Obstacles(await Refused.WithAsync("MasterSpecInUse", () => server.Specs.RemoveAsync(master.Uid, ct: Ct))).Should().BeEquivalentTo([ofVersion[0]]);
        var removed = await Refused.WithAsync("ImageVersionHasSpecs", () => server.Versions.RemoveAsync(name, "1", ct: Ct));
        Obstacles(removed).Should().BeEquivalentTo(ofVersion);
        removed.Detail.Should().ContainAll("the prepared spec of version 1", "the master spec of version 1", "'East B'", "'West A'", "'Desktops A'", "'Desktops West'", "DESK-0001").And.NotContain("Old");
        Obstacles(await Refused.WithAsync("ImageDefinitionHasVersions", () => server.Definitions.RemoveAsync(name, ct: Ct)))
            .Should().BeEquivalentTo([new ObstacleDto(ObstacleKind.ImageVersion, version.ImageVersionUid, $"{name} 1"), .. ofVersion]);
        Obstacles(await Refused.WithAsync("ImageDefinitionConnectionInUse", () => server.Definitions.RemoveConnectionAsync(name, "East", ct: Ct)))
            .Should().BeEquivalentTo(ofVersion);
        Obstacles(await Refused.WithAsync("ImageDefinitionConnectionInUse", () => server.Definitions.RemoveConnectionAsync(name, "West", ct: Ct)))
            .Should().BeEquivalentTo([ofSpec[1], ofSpec[3]]);
        Obstacles(await Refused.WithAsync("ObjectCannotBeRemoved", () => server.Server.Administrator.HostingUnits.RemoveAsync("East A", ct: Ct)))
            .Should().Contain(obstacle => obstacle.Kind == ObstacleKind.ImageVersionSpec && obstacle.Uid == prepared.Uid);

        ImageVersionSpecHostingUnit Share(Guid unit) => new() { SpecUid = prepared.Uid, HostingUnitUid = unit, IsPrimary = false, Status = ImageShareStatus.Success };

        ObstacleDto Of(ObstacleKind kind, Guid uid, string called) => new(kind, uid, called) { ImageVersionSpecUid = prepared.Uid };

        ImageAssignment Assignment(string scheme, Guid unit, bool current) => new()
        {
            ProvisioningSchemeUid = Guid.CreateVersion7(),
            ProvisioningSchemeName = scheme,
            HostingUnitUid = unit,
            SpecUid = prepared.Uid,
            IsCurrent = current,
        };
    }

    private static IEnumerable<ObstacleDto> Obstacles(ProblemDto problem) => problem.Errors.SelectMany(error => error.Obstacles ?? []);
}
