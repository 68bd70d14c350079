using Darkroom.Client.Images;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images;
using RequestContext = Darkroom.Client.Http.RequestContext;

namespace Darkroom.Server.Tests.Images;

/// <summary>What sharing and unsharing are refused for before anything is written; the dry check says the same.</summary>
public sealed class SharingRefusalTests(ImageServer server) : IClassFixture<ImageServer>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private ImageSharesClient Shares => server.Server.Operator.ImageShares;

    [Fact]
    public async Task A_master_spec_is_not_shared()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        await RefusedAsync("ImageShareNotPrepared", "Spec", (await server.PlantMasterAsync(version, server.EastA)).Uid, server.EastB);
    }

    [Theory]
    [InlineData(OperationState.Failed)]
    [InlineData(OperationState.Held)]
    public async Task A_spec_that_is_no_success_is_not_shared(OperationState state)
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var spec = await server.PlantPreparedAsync(version, await server.PlantMasterAsync(version, server.EastA), state);
        await RefusedAsync("ImageShareNotSuccess", "Spec", spec.Uid, server.EastB);
    }

    [Fact]
    public async Task A_spec_is_not_shared_to_its_own_unit() =>
        await RefusedAsync("ImageShareOwnHostingUnit", "HostingUnit", (await server.PlantImageAsync()).Uid, server.EastA);

    [Fact]
    public async Task A_share_is_not_doubled()
    {
        var spec = await server.PlantImageAsync();
        await server.PlantAsync(Share(spec, ImageShareStatus.Success));
        await RefusedAsync("ImageAlreadyShared", "HostingUnit", spec.Uid, server.EastB);
    }

    [Theory]
    [InlineData(ImageShareStatus.InProgress)]
    [InlineData(ImageShareStatus.Deleting)]
    public async Task Nothing_begins_on_a_share_that_an_operation_is_at_work_on(ImageShareStatus status)
    {
        var spec = await server.PlantImageAsync();
        var share = Share(spec, status);
        await server.PlantAsync(share);
        await RefusedAsync("ImageShareInProgress", "HostingUnit", spec.Uid, server.EastB);
        (await Refused.WithAsync("ImageShareInProgress", () => Shares.UnshareAsync(spec.Uid, "East B", ct: Ct))).Detail.Should().Contain($"{share.OperationId}");
    }

    [Fact]
    public async Task An_image_is_not_shared_across_Regions()
    {
        var unit = await server.ElsewhereAsync(
            "AKIADARKROOMDEMO0001", "darkroom/demo/not/a/secret/key/of/us0001", "eu-west-1", "vpc-0da4c0000000000e1", "eu-west-1a", "subnet-0da4c000000000e1a");
        await RefusedAsync("ImageShareOtherRegion", "Region", (await server.PlantImageAsync()).Uid, unit);
    }

    [Fact]
    public async Task An_image_is_not_shared_across_accounts()
    {
        var unit = await server.ElsewhereAsync(
            "AKIADARKROOMDEMO0011", "darkroom/demo/not/a/secret/key/of/us0011", "us-east-1", "vpc-0da4c0000000000c1", "us-east-1b", "subnet-0da4c000000000c1b");
        await RefusedAsync("ImageShareOtherAccount", "Account", (await server.PlantImageAsync()).Uid, unit);
    }

    [Fact]
    public async Task Without_the_permission_to_read_the_accounts_summary_nothing_is_shared()
    {
        var unit = await server.ElsewhereAsync(
            "AKIADARKROOMDEMO0002", "darkroom/demo/not/a/secret/key/of/us0002", "us-east-1", "vpc-0da4c0000000000a1", "us-east-1b", "subnet-0da4c000000000a1b");
        var spec = await server.PlantImageAsync();

        var refused = await RefusedAsync("MissingPermission", "Account", spec.Uid, unit);

        refused.Detail.Should().Contain("iam:GetAccountSummary");
        refused.Remedy.Should().Contain("iam:GetAccountSummary");
        (await Shares.CheckAsync(spec.Uid, unit.Name, Ct)).Checks.Select(check => check.Name)
            .Should().Contain(["Image", "Snapshots", "EncryptionKeys", "ServiceOffering", "Subnets", "SecurityGroups", "Permissions"], "one missing permission hides nothing else");
    }

    [Fact]
    public async Task Nothing_is_shared_in_maintenance_mode()
    {
        var spec = await server.PlantImageAsync();
        await Refused.WithAsync("HypervisorInMaintenanceMode", () => Shares.ShareAsync(spec.Uid, "Resting A", ct: Ct));
        await Refused.WithAsync("HypervisorInMaintenanceMode", () => Shares.CheckAsync(spec.Uid, "Resting A", Ct));
    }

    [Fact]
    public async Task The_unit_that_a_spec_was_prepared_in_is_no_share()
    {
        var spec = await server.PlantImageAsync();
        await Refused.WithAsync("ImageSharePrimary", () => Shares.UnshareAsync(spec.Uid, "East A", ct: Ct));
    }

    [Fact]
    public async Task A_share_that_changed_since_it_was_read_stays()
    {
        var spec = await server.PlantImageAsync();
        await server.PlantAsync(Share(spec, ImageShareStatus.Success));
        await Refused.WithAsync("VersionMismatch", () => Shares.UnshareAsync(spec.Uid, "East B", new RequestContext { IfVersion = 7 }, Ct));
    }

    [Fact]
    public async Task Unknown_units_and_specs_are_said_to_be_so()
    {
        var spec = await server.PlantImageAsync();
        (await Refused.WithAsync("HostingUnitObjectNotFound", () => Shares.ShareAsync(spec.Uid, "North", ct: Ct))).Errors[0].Field.Should().Be("hostingUnit");
        await Refused.WithAsync("ImageVersionSpecNotFound", () => Shares.ShareAsync(Guid.NewGuid(), "East B", ct: Ct));
        await Refused.WithAsync("ImageVersionSpecPlaceholder", () => Shares.ListAsync(Guid.Empty, Ct));
    }

    private async Task<Contracts.Problems.ProblemDto> RefusedAsync(string code, string check, Guid spec, HostingUnit unit)
    {
        var refused = await Refused.WithAsync(code, () => Shares.ShareAsync(spec, unit.Name, ct: Ct));
        var dry = await Shares.CheckAsync(spec, unit.Name, Ct);
        dry.CanBeShared.Should().BeFalse();
        dry.Checks.Should().ContainSingle(c => c.Name == check && c.Result == CheckResult.Failed).Which.Problem!.Code.Should().Be(code);
        return refused;
    }

    private ImageVersionSpecHostingUnit Share(ImageVersionSpec spec, ImageShareStatus status) => new()
    {
        SpecUid = spec.Uid,
        HostingUnitUid = server.EastB.Uid,
        IsPrimary = false,
        Status = status,
        OperationId = Guid.CreateVersion7(),
    };
}
