using Darkroom.Contracts.Operations;
using Microsoft.EntityFrameworkCore;
using RequestContext = Darkroom.Client.Http.RequestContext;

namespace Darkroom.Server.Tests.Images;

public sealed class SpecRemovalTests(ImageServer server) : IClassFixture<ImageServer>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_master_spec_goes_after_what_was_prepared_from_it()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var prepared = await server.PlantPreparedAsync(version, master, OperationState.Failed);

        (await Refused.WithAsync("MasterSpecInUse", () => server.Specs.RemoveAsync(master.Uid, ct: Ct))).Detail.Should().Contain($"{prepared.Uid}");
        await server.Specs.RemoveAsync(prepared.Uid, ct: Ct);
        await server.Specs.RemoveAsync(master.Uid, ct: Ct);

        await Refused.WithAsync("ImageVersionSpecNotFound", () => server.Specs.GetAsync(master.Uid, Ct));
        await Refused.WithAsync("ImageVersionSpecNotFound", () => server.Specs.RemoveAsync(prepared.Uid, ct: Ct));
        await using var db = await server.OpenAsync();
        (await db.ImageVersionSpecHostingUnits.AnyAsync(u => u.SpecUid == prepared.Uid, Ct)).Should().BeFalse();
    }

    [Theory]
    [InlineData(OperationState.Held, "ImagePreparationHeld", "Discard")]
    [InlineData(OperationState.Stuck, "ImagePreparationStuck", "left")]
    public async Task A_prepared_spec_stays_while_its_operation_has_something_in_the_cloud(OperationState state, string code, string remedy)
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var prepared = await server.PlantPreparedAsync(version, await server.PlantMasterAsync(version, server.EastA), state);
        (await Refused.WithAsync(code, () => server.Specs.RemoveAsync(prepared.Uid, ct: Ct))).Remedy.Should().Contain(remedy);
    }

    [Fact]
    public async Task A_prepared_spec_stays_while_its_image_is_in_the_account()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var prepared = await server.PlantPreparedAsync(version, master, OperationState.Succeeded, ImageServer.MasterImageId);
        (await Refused.WithAsync("PreparedImageExists", () => server.Specs.RemoveAsync(prepared.Uid, ct: Ct))).Detail.Should().Contain(ImageServer.MasterImageId);
    }

    [Fact]
    public async Task A_prepared_spec_goes_once_its_image_is_gone_from_the_account()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var prepared = await server.PlantPreparedAsync(version, master, OperationState.Succeeded, "ami-0bbbbbbbbbbbbbbbb");
        await server.Specs.RemoveAsync(prepared.Uid, ct: Ct);
        await Refused.WithAsync("ImageVersionSpecNotFound", () => server.Specs.GetAsync(prepared.Uid, Ct));
    }

    [Fact]
    public async Task The_cloud_is_not_asked_for_an_image_in_maintenance_mode()
    {
        var (_, version) = await server.DefinitionAsync(server.Resting);
        var master = await server.PlantMasterAsync(version, server.RestingA);
        var prepared = await server.PlantPreparedAsync(version, master, OperationState.Succeeded, "ami-0cccccccccccccccc");
        await Refused.WithAsync("HypervisorInMaintenanceMode", () => server.Specs.RemoveAsync(prepared.Uid, ct: Ct));
    }

    [Fact]
    public async Task A_spec_that_changed_since_it_was_read_stays()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        await Refused.WithAsync("VersionMismatch", () => server.Specs.RemoveAsync(master.Uid, new RequestContext { IfVersion = 7 }, Ct));
    }

    [Fact]
    public async Task The_all_zero_uid_names_no_spec()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        await server.PlantMasterAsync(version, server.EastA);
        await Refused.WithAsync("ImageVersionSpecPlaceholder", () => server.Specs.GetAsync(Guid.Empty, Ct));
        await Refused.WithAsync("ImageVersionSpecPlaceholder", () => server.Specs.RemoveAsync(Guid.Empty, ct: Ct));
        await Refused.WithAsync("ImageVersionSpecPlaceholder", () => server.Specs.PrepareAsync(Guid.Empty, PreparationRefusalTests.Request(), ct: Ct));
    }
}
