using Darkroom.Contracts.Images;
using Darkroom.Core.Errors;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Images.Sharing;
using Darkroom.Core.Images.Use;

namespace Darkroom.Core.Tests.Images.Rules;

public sealed class SharingRuleTests
{
    [Fact]
    public void Only_a_prepared_spec_is_shared()
    {
        SharingRules.SpecIsPrepared(Some.Prepared(ImageVersionSpecStatus.Success)).Should().BeNull();
        Says(SharingRules.SpecIsPrepared(Some.Master()), SharingErrors.NotPrepared, "master spec");
    }

    [Theory]
    [InlineData(ImageVersionSpecStatus.None)]
    [InlineData(ImageVersionSpecStatus.InProgress)]
    [InlineData(ImageVersionSpecStatus.Failed)]
    [InlineData(ImageVersionSpecStatus.Deleting)]
    public void Only_a_success_is_shared(ImageVersionSpecStatus status)
    {
        SharingRules.SpecIsSuccess(Some.Prepared(ImageVersionSpecStatus.Success)).Should().BeNull();
        Says(SharingRules.SpecIsSuccess(Some.Prepared(status)), SharingErrors.NotSuccess, $"{status}");
    }

    [Fact]
    public void A_spec_is_shared_to_another_unit_than_its_own()
    {
        var unit = Some.Unit("Zone b");
        SharingRules.UnitIsAnother(Some.Prepared(ImageVersionSpecStatus.Success), unit).Should().BeNull();
        var own = new ImageVersionSpec { ImageVersionUid = Guid.NewGuid(), HostingUnitUid = unit.Uid, IsPrepared = true, MasterImagePath = "", MasterImageId = "" };
        Says(SharingRules.UnitIsAnother(own, unit), SharingErrors.OwnHostingUnit, "Zone b");
    }

    [Fact]
    public void A_share_is_made_once_and_one_that_failed_may_be_made_again()
    {
        var unit = Some.Unit("Zone b");
        SharingRules.IsNotShared(null, unit).Should().BeNull();
        SharingRules.IsNotShared(Share(ImageShareStatus.Failed), unit).Should().BeNull();
        Says(SharingRules.IsNotShared(Share(ImageShareStatus.Success), unit), SharingErrors.AlreadyShared, "Zone b");
        Says(SharingRules.IsNotShared(Share(ImageShareStatus.InProgress), unit), SharingErrors.InProgress, "Zone b");
        Says(SharingRules.IsNotShared(Share(ImageShareStatus.Deleting), unit), SharingErrors.InProgress, "Deleting");
    }

    [Fact]
    public void An_image_stays_in_its_Region_and_account()
    {
        var (own, other) = (Some.Connection("East"), Some.Connection("Ireland"));
        SharingRules.RegionIsTheSame(own, Some.Unit("Zone b"), other).Should().BeNull();
        other.Region = "eu-west-1";
        Says(SharingRules.RegionIsTheSame(own, Some.Unit("Dublin"), other), SharingErrors.OtherRegion, "Dublin", "eu-west-1", "us-east-1");
        SharingRules.AccountIsTheSame("1", Some.Unit("Zone b"), "1").Should().BeNull();
        Says(SharingRules.AccountIsTheSame("111122223333", Some.Unit("Zone b"), "444455556666"), SharingErrors.OtherAccount, "111122223333", "444455556666");
    }

    [Fact]
    public void The_primary_unit_is_no_share() =>
        Says(SharingRules.IsNoPrimary(new() { SpecUid = Guid.NewGuid(), HostingUnitUid = Guid.NewGuid(), IsPrimary = true }, "Zone a"), SharingErrors.Primary, "Zone a");

    [Fact]
    public void A_share_that_catalogs_use_stays_and_names_them()
    {
        var scheme = Guid.NewGuid();
        var used = new ImageAssignment
        {
            ProvisioningSchemeUid = scheme,
            ProvisioningSchemeName = "Desktops",
            HostingUnitUid = Guid.NewGuid(),
            SpecUid = Guid.NewGuid(),
            IsCurrent = true,
        };
        SharingRules.IsUnused(Share(ImageShareStatus.Success), "Zone b", []).Should().BeNull();
        Says(SharingRules.IsUnused(Share(ImageShareStatus.Success), "Zone b", [used]), SharingErrors.InUse, "'Desktops'", $"{scheme}");
    }

    private static ImageVersionSpecHostingUnit Share(ImageShareStatus status) =>
        new() { SpecUid = Guid.NewGuid(), HostingUnitUid = Guid.NewGuid(), IsPrimary = false, Status = status, OperationId = Guid.NewGuid() };

    private static void Says(Error? refusal, ErrorDefinition definition, params string[] named)
    {
        refusal!.Definition.Should().Be(definition);
        refusal.Message.Should().ContainAll(named);
        (refusal.Message + refusal.Remedy).Should().NotContainAny("{", "}");
    }
}
