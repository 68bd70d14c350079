using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Images;
using Darkroom.Simulator.Control;

namespace Darkroom.Server.Tests.Images;

/// <summary>Removals that take an image out of the account; each test has an account of its own.</summary>
[Trait("Suite", "full")]
public sealed class ImageRemovalTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly ImageServer _server = new() { SweepsByItself = false };

    private IEnumerable<string> Account => _server.Server.Simulator.Resources("111122223333", "us-east-1").Select(resource => resource.Id);

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_prepared_spec_goes_with_its_image_and_snapshots_and_nothing_else()
    {
        var spec = await _server.PlantImageAsync();
        var before = Account.ToList();

        await _server.RemoveSpecAsync(spec.Uid);

        before.Except(Account).Should().BeEquivalentTo([ImageServer.PreparedImageId, ImageServer.PreparedSnapshotId]);
        (await _server.Server.Reader.PendingImageDeletions.ListAsync(Ct)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_snapshot_that_can_not_be_deleted_becomes_a_pending_deletion_that_the_sweep_tries_again()
    {
        var spec = await _server.PlantImageAsync();
        var fault = InUse();

        await _server.RemoveSpecAsync(spec.Uid);

        await Refused.WithAsync("ImageVersionSpecNotFound", () => _server.Specs.GetAsync(spec.Uid, Ct));
        var pending = (await _server.Server.Reader.PendingImageDeletions.ListAsync(Ct)).Should().ContainSingle().Subject;
        pending.Should().BeEquivalentTo(new
        {
            SnapshotId = ImageServer.PreparedSnapshotId,
            ImageId = ImageServer.PreparedImageId,
            HostingUnitName = "East A",
            Reason = new { Code = "CloudSnapshotInUse" },
        });
        Account.Should().Contain(ImageServer.PreparedSnapshotId).And.NotContain(ImageServer.PreparedImageId);

        await _server.Server.Administrator.Sweeps.RunAsync(Ct);
        (await _server.Server.Reader.PendingImageDeletions.ListAsync(Ct)).Single().Attempts.Should().BeGreaterThan(pending.Attempts);
        _server.Server.Simulator.Faults.Remove(fault);
        await _server.Server.Administrator.Sweeps.RunAsync(Ct);
        (await _server.Server.Reader.PendingImageDeletions.ListAsync(Ct)).Should().BeEmpty();
        Account.Should().NotContain(ImageServer.PreparedSnapshotId);
    }

    [Fact]
    public async Task A_hosting_unit_stays_while_a_deletion_is_pending_and_goes_once_it_is_forced()
    {
        var spec = await _server.PlantImageAsync();
        InUse();
        await _server.RemoveSpecAsync(spec.Uid);
        await _server.RemoveSpecAsync(spec.SourceSpecUid!.Value);
        var pending = (await _server.Server.Reader.PendingImageDeletions.ListAsync(Ct)).Single();

        (await Refused.WithAsync("ObjectCannotBeRemoved", () => _server.Server.Administrator.HostingUnits.RemoveAsync("East A", ct: Ct)))
            .Detail.Should().Contain(ImageServer.PreparedSnapshotId);
        (await Refused.WithAsync("PendingImageDeletionRefused", () => _server.Server.Operator.PendingImageDeletions.RemoveAsync(pending.Uid, ct: Ct)))
            .Detail.Should().Contain(ImageServer.PreparedSnapshotId);
        await _server.Server.Operator.PendingImageDeletions.RemoveAsync(pending.Uid, force: true, ct: Ct);
        await Refused.WithAsync("PendingImageDeletionNotFound", () => _server.Server.Operator.PendingImageDeletions.RemoveAsync(pending.Uid, ct: Ct));
        await _server.Server.Administrator.HostingUnits.RemoveAsync("East A", ct: Ct);
    }

    [Fact]
    public async Task A_pending_deletion_can_be_forced_though_the_connections_secret_can_not_be_read_any_more()
    {
        var spec = await _server.PlantImageAsync();
        InUse();
        await _server.RemoveSpecAsync(spec.Uid);
        var pending = (await _server.Server.Reader.PendingImageDeletions.ListAsync(Ct)).Single();
        await using (var db = await _server.OpenAsync())
        {
            var east = db.Connections.Single(c => c.Uid == _server.East.Uid);
            (east.CredentialKind, east.AccessKeyId, east.ProtectedSecret) = (CredentialKind.AccessKey, "AKIADARKROOMDEMO0001", "of keys that are gone");
            await db.SaveChangesAsync(Ct);
        }

        await Refused.WithAsync("FailureToRetrieveConnectionPassword", () => _server.Server.Operator.PendingImageDeletions.RemoveAsync(pending.Uid, ct: Ct));
        (await _server.Server.Reader.PendingImageDeletions.ListAsync(Ct)).Should().ContainSingle();

        await _server.Server.Operator.PendingImageDeletions.RemoveAsync(pending.Uid, force: true, ct: Ct);
        (await _server.Server.Reader.PendingImageDeletions.ListAsync(Ct)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_pending_deletion_that_succeeds_now_is_none_any_more()
    {
        var spec = await _server.PlantImageAsync();
        var fault = InUse();
        await _server.RemoveSpecAsync(spec.Uid);
        _server.Server.Simulator.Faults.Remove(fault);

        await _server.Server.Operator.PendingImageDeletions.RemoveAsync((await _server.Server.Reader.PendingImageDeletions.ListAsync(Ct)).Single().Uid, ct: Ct);

        Account.Should().NotContain(ImageServer.PreparedSnapshotId);
    }

    [Fact]
    public async Task An_image_that_the_account_protects_stays_a_success_and_says_why_and_a_Retry_finishes_it()
    {
        var spec = await _server.PlantImageAsync();
        await _server.PlantAsync(new ImageVersionSpecHostingUnit { SpecUid = spec.Uid, HostingUnitUid = _server.EastB.Uid, IsPrimary = false, Status = ImageShareStatus.Success });
        var fault = _server.Server.Simulator.Faults.Add(new Fault("DeregisterImage", FaultEffect.ErrorBefore, ErrorCode: "OperationNotPermitted"));

        var started = await _server.Specs.RemoveAsync(spec.Uid, SharesOnRemoval.Remove, ct: Ct);
        (await _server.Server.WaitForOperationAsync(started.OperationId)).Should().BeEquivalentTo(
            new { State = OperationState.Failed, CanRetry = true, Error = new { Code = "CloudOperationNotPermitted" } });

        var shown = await _server.Specs.GetAsync(spec.Uid, Ct);
        shown.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Success);
        shown.Errors.Should().ContainSingle(error => error.Code == "CloudOperationNotPermitted");
        shown.HostingUnits.Should().ContainSingle().Which.Status.Should().Be(ImageShareStatus.Success);

        _server.Server.Simulator.Faults.Remove(fault);
        await _server.Server.Operator.Operations.RetryAsync(started.OperationId, ct: Ct);
        (await _server.Server.WaitForOperationAsync(started.OperationId)).State.Should().Be(OperationState.Succeeded);
        Account.Should().NotContain([ImageServer.PreparedImageId, ImageServer.PreparedSnapshotId]);
    }

    private long InUse() => _server.Server.Simulator.Faults.Add(
        new Fault("DeleteSnapshot", FaultEffect.ErrorBefore, ErrorCode: "InvalidSnapshot.InUse", ErrorMessage: "The snapshot is currently in use"));
}
