using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Images.Use;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Images.Rules;

public sealed class RemovalRuleTests
{
    [Fact]
    public void A_definition_with_versions_stays_and_names_them()
    {
        RemovalRules.DefinitionHasNoVersions(Some.Definition(), []);
        var error = Refusal.Of(() => RemovalRules.DefinitionHasNoVersions(Some.Definition(), [7, 2]));
        error.Code.Should().Be(ImageErrors.DefinitionHasVersions.Code);
        error.Message.Should().EndWith("2, 7.");
    }

    [Fact]
    public void Of_many_versions_the_first_ten_are_named()
    {
        var error = Refusal.Of(() => RemovalRules.DefinitionHasNoVersions(Some.Definition(), [.. Enumerable.Range(1, 12)]));
        error.Message.Should().EndWith("9, 10 and 2 more.");
    }

    [Fact]
    public void A_connection_with_specs_stays_bound_and_names_them()
    {
        var spec = Guid.CreateVersion7();
        RemovalRules.ConnectionHoldsNoSpecs(Some.Definition(), "East", []);
        var error = Refusal.Of(() => RemovalRules.ConnectionHoldsNoSpecs(Some.Definition(), "East", [(2, spec)]));
        error.Code.Should().Be(ImageErrors.DefinitionConnectionInUse.Code);
        error.Message.Should().ContainAll("'East'", $"{spec} of version 2");
    }

    [Fact]
    public void A_version_with_specs_stays_and_names_prepared_before_master()
    {
        var (master, prepared) = (Some.Master(), Some.Prepared(ImageVersionSpecStatus.Success));
        RemovalRules.VersionHasNoSpecs(Some.Version(), "Golden", []);
        var error = Refusal.Of(() => RemovalRules.VersionHasNoSpecs(Some.Version(), "Golden", [master, prepared]));
        error.Code.Should().Be(ImageErrors.VersionHasSpecs.Code);
        error.Message.Should().EndWith($"prepared spec {prepared.Uid}, master spec {master.Uid}.");
    }

    [Fact]
    public void A_master_spec_that_something_was_prepared_from_stays()
    {
        var prepared = Guid.CreateVersion7();
        RemovalRules.MasterIsUnused(Some.Master(), null);
        var error = Refusal.Of(() => RemovalRules.MasterIsUnused(Some.Master(), prepared));
        error.Code.Should().Be(ImageErrors.MasterSpecInUse.Code);
        error.Message.Should().Contain(prepared.ToString());
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
        var check = () => RemovalRules.PreparationIsOver(Some.Prepared(ImageVersionSpecStatus.Failed), operation);
        if (code is null)
        {
            check.Should().NotThrow();
            return;
        }

        var error = Refusal.Of(check);
        error.Code.Should().Be(code);
        error.Message.Should().Contain(operation.Id.ToString());
    }

    [Fact]
    public void A_prepared_spec_whose_operation_is_forgotten_is_over() =>
        RemovalRules.PreparationIsOver(Some.Prepared(ImageVersionSpecStatus.Failed), null);

    [Fact]
    public void A_spec_stays_while_it_is_shared_and_names_where()
    {
        var (spec, unit) = (Some.Prepared(ImageVersionSpecStatus.Success), Some.Unit("Zone b"));
        RemovalRules.NoShareStands(spec, []);
        RemovalRules.SharesAreAtRest(spec, [Share(ImageShareStatus.Success)]);
        var error = Refusal.Of(() => RemovalRules.NoShareStands(spec, [Share(ImageShareStatus.Success)]));
        error.Code.Should().Be(RemovalErrors.Shared.Code);
        error.Message.Should().ContainAll("'Zone b'", $"{unit.Uid}");
        Refusal.Of(() => RemovalRules.SharesAreAtRest(spec, [Share(ImageShareStatus.InProgress)])).Code.Should().Be(RemovalErrors.ShareAtWork.Code);

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
        RemovalRules.NoCatalogUses(spec, []);
        RemovalRules.NoMachineRunsOn(spec, []);
        var used = Refusal.Of(() => RemovalRules.NoCatalogUses(
            spec,
            [new() { ProvisioningSchemeUid = scheme, ProvisioningSchemeName = "Desktops", HostingUnitUid = Guid.NewGuid(), SpecUid = spec.Uid, IsCurrent = true }]));
        used.Code.Should().Be(RemovalErrors.UsedByCatalogs.Code);
        used.Message.Should().ContainAll("'Desktops'", $"{scheme}");
        var run = Refusal.Of(() => RemovalRules.NoMachineRunsOn(spec, [machine]));
        run.Code.Should().Be(RemovalErrors.UsedByMachines.Code);
        run.Message.Should().ContainAll("DESK-1", $"{machine.Uid}");
    }
}
