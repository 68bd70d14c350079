using Darkroom.Contracts.Images;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Rules;

namespace Darkroom.Core.Tests.Images.Rules;

public sealed class SpecPreparationRuleTests
{
    [Fact]
    public void A_prepared_spec_can_not_be_prepared_and_names_its_master()
    {
        var master = Guid.CreateVersion7();
        SpecPreparationRules.SourceIsMaster(Some.Master()).Should().BeNull();
        var error = Refusal.Of(SpecPreparationRules.SourceIsMaster(Some.Prepared(ImageVersionSpecStatus.Success, master)));
        error.Code.Should().Be(ImageErrors.SourceSpecNotMaster.Code);
        error.Remedy.Should().Contain(master.ToString());
    }

    [Theory]
    [InlineData(ImageVersionSpecStatus.Failed)]
    [InlineData(ImageVersionSpecStatus.Success)]
    public void A_second_preparation_is_refused_naming_Retry_and_Remove(ImageVersionSpecStatus status)
    {
        SpecPreparationRules.VersionIsUnprepared(Some.Version(), "Golden", null).Should().BeNull();
        var error = Refusal.Of(SpecPreparationRules.VersionIsUnprepared(Some.Version(), "Golden", Some.Prepared(status)));
        error.Code.Should().Be(ImageErrors.VersionAlreadyPrepared.Code);
        error.Message.Should().Contain(status.ToString());
        error.Remedy.Should().ContainAll("Retry", "remove the prepared spec");
    }

    [Fact]
    public void A_preparation_beside_a_running_one_is_refused_naming_its_operation()
    {
        var running = Some.Prepared(ImageVersionSpecStatus.InProgress);
        var error = Refusal.Of(SpecPreparationRules.VersionIsUnprepared(Some.Version(), "Golden", running));
        error.Code.Should().Be(ImageErrors.PreparationInProgress.Code);
        error.Message.Should().Contain(running.OperationId.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_preparation_needs_a_machine_profile(string? profile)
    {
        SpecPreparationRules.ProfileIsGiven("/w2022 (lt-1).launchtemplate/1.launchtemplateversion").Should().BeNull();
        var error = Refusal.Of(SpecPreparationRules.ProfileIsGiven(profile));
        error.Code.Should().Be(ImageErrors.MachineProfileRequired.Code);
        error.Field.Should().Be("machineProfile");
    }
}
