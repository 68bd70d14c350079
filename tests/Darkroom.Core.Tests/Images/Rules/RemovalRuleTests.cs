using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Rules;
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
    [InlineData(OperationState.Held, "ImagePreparationHeld")]
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
    public void A_prepared_spec_stays_while_its_image_is_there_and_says_where()
    {
        var spec = Some.Prepared(ImageVersionSpecStatus.Success);
        PreparedImageIsGone.Check(spec, Some.Connection("East"), null);
        PreparedImageIsGone.Check(spec, Some.Connection("East"), Image(CloudImageState.Gone));
        var error = Refusal.Of(() => PreparedImageIsGone.Check(spec, Some.Connection("East"), Image(CloudImageState.Available)));
        error.Code.Should().Be(ImageErrors.PreparedImageExists.Code);
        error.Message.Should().ContainAll("ami-2", "111122223333", "us-east-1");
        error.Remedy.Should().Contain("snap-2");
    }

    private static ImageStatus Image(CloudImageState state) =>
        new("ami-2", "golden", state, "", ["snap-2"], 30, "Windows", new Dictionary<string, string>());
}
