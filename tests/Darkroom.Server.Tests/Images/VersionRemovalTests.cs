using System.Net.Http.Json;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Audit;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Use;
using Darkroom.Simulator.Control;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.Images;

/// <summary>Versions and definitions that go together with what is in them.</summary>
public sealed class VersionRemovalTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly ImageServer _server = new();

    private IEnumerable<string> Account => _server.Server.Simulator.Resources("111122223333", "us-east-1").Select(resource => resource.Id);

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_version_goes_with_its_specs_image_and_snapshots_in_one_operation()
    {
        var (version, prepared) = await PreparedAsync();
        var before = Account.ToList();
        await _server.PlantAsync(Share(prepared));
        await Refused.WithAsync("ImageVersionSpecShared", () => _server.Versions.RemoveWithSpecsAsync(version.ImageVersionUid, ct: Ct));
        (await _server.Specs.GetAsync(prepared.SourceSpecUid!.Value, Ct)).ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.None);

        var started = await _server.Versions.RemoveWithSpecsAsync(version.ImageDefinitionName, "1", SharesOnRemoval.Remove, ct: Ct);

        var ended = await _server.Server.WaitForOperationAsync(started!.OperationId);
        ended.State.Should().Be(OperationState.Succeeded, ended.Error?.Message);
        started.ImageVersionUid.Should().Be(version.ImageVersionUid);
        before.Except(Account).Should().BeEquivalentTo([ImageServer.PreparedImageId, ImageServer.PreparedSnapshotId]);
        await Refused.WithAsync("ImageVersionNotFound", () => _server.Versions.GetAsync(version.ImageVersionUid, Ct));
        (await _server.Specs.ListAsync(imageVersionUid: version.ImageVersionUid, ct: Ct)).Items.Should().BeEmpty();
        (await _server.Definitions.GetAsync(version.ImageDefinitionName, Ct)).VersionsCount.Should().Be(0);

        var audited = (await AuditedAsync(started.OperationId)).Items;
        audited.Select(record => record.TargetType).Should()
            .BeEquivalentTo("ImageVersion", "ImageVersionSpec", "ImageVersionSpec", "ImageVersionSpecHostingUnit");
        audited.Should().ContainSingle(record => record.TargetUid == prepared.Uid && record.TargetType == "ImageVersionSpec")
            .Which.Before!.Value.GetProperty("imageId").GetString().Should().Be(ImageServer.PreparedImageId, "nothing else still tells what was deleted in the account");
    }

    private async Task<Page<AuditRecordDto>> AuditedAsync(Guid operation)
    {
        using var http = _server.Server.HttpOf(Role.Reader);
        return (await http.GetFromJsonAsync<Page<AuditRecordDto>>($"/api/v1/audit-records?operation={operation}", Ct))!;
    }

    [Fact]
    public async Task A_version_without_specs_is_gone_at_once()
    {
        var (_, version) = await _server.DefinitionAsync(_server.East);
        (await _server.Versions.RemoveWithSpecsAsync(version.ImageVersionUid, ct: Ct)).Should().BeNull();
        await Refused.WithAsync("ImageVersionNotFound", () => _server.Versions.GetAsync(version.ImageVersionUid, Ct));
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_removal_that_fails_leaves_the_version_with_both_specs_as_they_were_and_a_Retry_finishes_it()
    {
        var (version, prepared) = await PreparedAsync();
        var fault = _server.Server.Simulator.Faults.Add(new Fault("DeregisterImage", FaultEffect.ErrorBefore, ErrorCode: "OperationNotPermitted"));

        var started = await _server.Versions.RemoveWithSpecsAsync(version.ImageVersionUid, ct: Ct);
        (await _server.Server.WaitForOperationAsync(started!.OperationId)).State.Should().Be(OperationState.Failed);
        (await _server.Specs.GetAsync(prepared.Uid, Ct)).ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Success);
        (await _server.Specs.GetAsync(prepared.SourceSpecUid!.Value, Ct)).ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.None);

        _server.Server.Simulator.Faults.Remove(fault);
        await _server.Server.Operator.Operations.RetryAsync(started.OperationId, ct: Ct);
        (await _server.Server.WaitForOperationAsync(started.OperationId)).State.Should().Be(OperationState.Succeeded);
        await Refused.WithAsync("ImageVersionNotFound", () => _server.Versions.GetAsync(version.ImageVersionUid, Ct));
    }

    [Fact]
    public async Task A_version_that_a_catalog_uses_stays_with_its_specs()
    {
        var (version, prepared) = await PreparedAsync();
        await _server.PlantAsync(Assignment(prepared));
        (await Refused.WithAsync("ImageInUseByCatalogs", () => _server.Versions.RemoveWithSpecsAsync(version.ImageVersionUid, ct: Ct)))
            .Detail.Should().Contain("'Desktops'");
        (await _server.Specs.GetAsync(prepared.SourceSpecUid!.Value, Ct)).ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.None);
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_forgotten_definition_goes_with_versions_and_specs_and_leaves_the_image_in_the_account()
    {
        var (version, prepared) = await PreparedAsync();
        var name = version.ImageDefinitionName;
        var assignment = Assignment(prepared);
        await _server.PlantAsync(Share(prepared), assignment);

        await Refused.WithAsync("ImageVersionSpecShared", () => _server.Definitions.ForgetAsync(name, ct: Ct));
        await Refused.WithAsync("ImageInUseByCatalogs", () => _server.Definitions.ForgetAsync(name, SharesOnRemoval.Remove, ct: Ct));
        await using (var db = await _server.OpenAsync())
        {
            db.Remove(assignment);
            await db.SaveChangesAsync(Ct);
        }

        await _server.Definitions.ForgetAsync(name, SharesOnRemoval.Remove, ct: Ct);

        await Refused.WithAsync("ImageDefinitionNotFound", () => _server.Definitions.GetAsync(name, Ct));
        Account.Should().Contain([ImageServer.PreparedImageId, ImageServer.PreparedSnapshotId]);
        await using var read = await _server.OpenAsync();
        (await read.ImageVersionSpecs.AnyAsync(Ct)).Should().BeFalse();
        (await read.ImageVersionSpecHostingUnits.AnyAsync(Ct)).Should().BeFalse();
        (await read.AuditRecords.SingleAsync(record => record.Action == "RemoveImageDefinition", Ct)).Before.Should().Contain(ImageServer.PreparedImageId);
    }

    private async Task<(ImageVersionDto Version, ImageVersionSpec Prepared)> PreparedAsync()
    {
        var (_, version) = await _server.DefinitionAsync(_server.East);
        var master = await _server.PlantMasterAsync(version, _server.EastA);
        return (version, await _server.PlantPreparedAsync(version, master, OperationState.Succeeded, ImageServer.PreparedImageId, ImageServer.PreparedSnapshotId));
    }

    private ImageVersionSpecHostingUnit Share(ImageVersionSpec spec) =>
        new() { SpecUid = spec.Uid, HostingUnitUid = _server.EastB.Uid, IsPrimary = false, Status = ImageShareStatus.Success };

    private ImageAssignment Assignment(ImageVersionSpec spec) => new()
    {
        ProvisioningSchemeUid = Guid.CreateVersion7(),
        ProvisioningSchemeName = "Desktops",
        HostingUnitUid = _server.EastA.Uid,
        SpecUid = spec.Uid,
        IsCurrent = true,
    };
}
