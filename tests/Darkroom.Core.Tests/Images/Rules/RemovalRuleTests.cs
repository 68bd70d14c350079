using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Images.Use;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Images.Rules;

public sealed class RemovalRuleTests
{
    private static readonly Obstacle Catalog = new(ObstacleKind.ProvisioningScheme, Guid.NewGuid(), "Desktops", "'Desktops' (of it)");

    [Fact]
    public void A_definition_with_versions_stays_and_names_them_and_what_stands_behind_them()
    {
        RemovalRules.DefinitionHasNoVersions(Some.Definition(), []).Should().BeNull();
        Obstacle[] held = [Version(2), Version(7), Catalog];
        var error = Refusal.Of(RemovalRules.DefinitionHasNoVersions(Some.Definition(), held));
        error.Code.Should().Be(ImageErrors.DefinitionHasVersions.Code);
        error.Message.Should().EndWith("while it has versions 2, 7; catalog 'Desktops' (of it).");
        error.Obstacles.Should().Equal(held);
    }

    [Fact]
    public void Of_many_versions_the_message_names_ten_and_the_list_all()
    {
        var error = Refusal.Of(RemovalRules.DefinitionHasNoVersions(Some.Definition(), [.. Enumerable.Range(1, 12).Select(Version)]));
        error.Message.Should().EndWith("9, 10 and 2 more.");
        error.ToDto().Obstacles.Should().HaveCount(12);
    }

    [Fact]
    public void A_connection_with_specs_stays_bound_and_names_them()
    {
        RemovalRules.ConnectionHoldsNoSpecs(Some.Definition(), "East", []).Should().BeNull();
        var error = Refusal.Of(RemovalRules.ConnectionHoldsNoSpecs(Some.Definition(), "East", [Spec(2)]));
        error.Code.Should().Be(ImageErrors.DefinitionConnectionInUse.Code);
        error.Message.Should().ContainAll("'East'", "spec of version 2");
    }

    [Fact]
    public void A_version_with_specs_stays_and_names_them()
    {
        RemovalRules.VersionHasNoSpecs(Some.Version(), "Golden", []).Should().BeNull();
        var error = Refusal.Of(RemovalRules.VersionHasNoSpecs(Some.Version(), "Golden", [Spec(3), Catalog]));
        error.Code.Should().Be(ImageErrors.VersionHasSpecs.Code);
        error.Message.Should().EndWith("while it has the prepared spec of version 3; catalog 'Desktops' (of it).");
    }

    [Fact]
    public void A_master_spec_that_something_was_prepared_from_stays()
    {
        var prepared = Some.Prepared(ImageVersionSpecStatus.Success);
        var master = new ImageVersionSpecRow { Spec = Some.Master(), Version = Some.Version(), Definition = Some.Definition(), HostingUnit = Some.Unit("East A") };
        RemovalRules.MasterIsUnused(master, null).Should().BeNull();
        var error = Refusal.Of(RemovalRules.MasterIsUnused(master, prepared));
        error.Code.Should().Be(ImageErrors.MasterSpecInUse.Code);
        error.Message.Should().Contain(prepared.Uid.ToString());
        error.Obstacles.Should().ContainSingle().Which.Should().BeEquivalentTo(new { prepared.Uid, Name = "prepared spec of Golden version 3" });
    }

    [Theory]
    [InlineData(OperationState.Pending, "ImagePreparationInProgress")]
    [InlineData(OperationState.Running, "ImagePreparationInProgress")]
    [InlineData(OperationState.Undoing, "ImagePreparationInProgress")]
    [InlineData(OperationState.Held, null)]
    [InlineData(OperationState.Stuck, "ImagePreparationStuck")]
    [InlineData(OperationState.Failed, null)]
    [InlineData(OperationState.Canceled, null)]
    [InlineData(OperationState.Succeeded, null)]
    public void A_prepared_spec_stays_until_its_preparation_is_over(OperationState state, string? code)
    {
        var operation = new Operation { Kind = "PrepareImage", Title = "t", Input = "{}", StartedBy = "somebody", State = state };
        var refused = RemovalRules.PreparationIsOver(Some.Prepared(ImageVersionSpecStatus.Failed), operation);
        if (code is null)
        {
            refused.Should().BeNull();
            return;
        }

        var error = Refusal.Of(refused);
        error.Code.Should().Be(code);
        error.Message.Should().Contain(operation.Id.ToString());
    }

    [Fact]
    public void A_prepared_spec_whose_operation_is_forgotten_is_over() =>
        RemovalRules.PreparationIsOver(Some.Prepared(ImageVersionSpecStatus.Failed), null).Should().BeNull();

    [Fact]
    public void A_spec_stays_while_it_is_shared_and_names_where()
    {
        var (spec, unit) = (Some.Prepared(ImageVersionSpecStatus.Success), Some.Unit("Zone b"));
        RemovalRules.NoShareStands(spec, []).Should().BeNull();
        RemovalRules.SharesAreAtRest(spec, [Share(ImageShareStatus.Success)]).Should().BeNull();
        var error = Refusal.Of(RemovalRules.NoShareStands(spec, [Share(ImageShareStatus.Success)]));
        error.Code.Should().Be(RemovalErrors.Shared.Code);
        error.Message.Should().ContainAll("'Zone b'", $"{unit.Uid}");
        Refusal.Of(RemovalRules.SharesAreAtRest(spec, [Share(ImageShareStatus.InProgress)])).Code.Should().Be(RemovalErrors.ShareAtWork.Code);

        ImageShareRow Share(ImageShareStatus status) => new()
        {
            Spec = spec,
            HostingUnit = unit,
            Connection = Some.Connection("East"),
            Share = new() { SpecUid = spec.Uid, HostingUnitUid = unit.Uid, IsPrimary = false, Status = status, OperationId = Guid.NewGuid() },
        };
    }

    [Fact]
    public void A_spec_stays_while_catalogs_or_machines_use_it_and_names_them()
    {
        var spec = Some.Prepared(ImageVersionSpecStatus.Success);
        var scheme = Guid.NewGuid();
        var machine = new BootedMachine { Name = "DESK-1", ProvisioningSchemeUid = scheme, HostingUnitUid = Guid.NewGuid(), SpecUid = spec.Uid };
        RemovalRules.NoCatalogUses(spec, []).Should().BeNull();
        RemovalRules.NoMachineRunsOn(spec, []).Should().BeNull();
        var used = Refusal.Of(RemovalRules.NoCatalogUses(
            spec,
            [new() { ProvisioningSchemeUid = scheme, ProvisioningSchemeName = "Desktops", HostingUnitUid = Guid.NewGuid(), SpecUid = spec.Uid, IsCurrent = true }]));
        used.Code.Should().Be(RemovalErrors.UsedByCatalogs.Code);
        used.Message.Should().ContainAll("'Desktops'", $"{scheme}");
        used.Obstacles.Should().ContainSingle().Which.ToDto().Should().Be(
            new ObstacleDto(ObstacleKind.ProvisioningScheme, scheme, "Desktops") { ImageVersionSpecUid = spec.Uid });
        var run = Refusal.Of(RemovalRules.NoMachineRunsOn(spec, [machine]));
        run.Code.Should().Be(RemovalErrors.UsedByMachines.Code);
        run.Message.Should().ContainAll("DESK-1", $"{machine.Uid}");
    }

    private static Obstacle Version(int number) => new(ObstacleKind.ImageVersion, Guid.NewGuid(), $"Golden {number}", $"{number}");

    private static Obstacle Spec(int number) => new(ObstacleKind.ImageVersionSpec, Guid.NewGuid(), "a spec", $"the prepared spec of version {number}");
}
