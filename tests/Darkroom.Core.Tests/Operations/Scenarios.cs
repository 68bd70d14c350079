using Darkroom.Contracts.Images;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Versions;
using Darkroom.Core.Operations.Sweep;
using Darkroom.Simulator.Control;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Tests.Operations;

/// <summary>Every kind of operation, in each of the ways that it can go.</summary>
internal static class Scenarios
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly IReadOnlyDictionary<string, int> ImageAndSnapshot = new Dictionary<string, int> { ["image"] = 1, ["snapshot"] = 1 };

    public static readonly IReadOnlyDictionary<string, Scenario> All = new Dictionary<string, Scenario>
    {
        ["PrepareImage"] = new()
        {
            Kind = "PrepareImage",
            StartAsync = async (harness, _) => (await harness.PrepareAsync()).OperationId,
            Holds = true,
            Made = new Dictionary<string, int> { ["image"] = 1, ["snapshot"] = 1, ["security-group"] = 1 },
            EverMade = new Dictionary<string, int> { ["instance"] = 1, ["image"] = 1, ["security-group"] = 1 },
            MayStay = new Dictionary<string, int> { ["security-group"] = 1 },
            Points = 20,
            CheckFailedAsync = async (harness, step) =>
            {
                await using var db = await harness.OpenAsync();
                var spec = await db.ImageVersionSpecs.SingleAsync(s => s.IsPrepared, Ct);
                spec.Status.Should().Be(ImageVersionSpecStatus.Failed, step);
                spec.Errors.Should().ContainSingle(step);
            },
        },
        ["ShareImage"] = Sharing(harness => harness.PreparedAsync()),
        ["ShareImage of a share that failed"] = Sharing(async harness =>
        {
            var spec = await harness.PreparedAsync();
            harness.Faults.FailAt = 0;
            await harness.DriveAsync((await harness.ShareAsync(spec)).OperationId);
            return spec;
        }),
        ["UnshareImage"] = new()
        {
            Kind = "UnshareImage",
            SetUpAsync = harness => harness.SharedAsync(),
            StartAsync = async (harness, spec) => (await harness.UnshareAsync(spec)).OperationId,
            Points = 6,
            CheckFailedAsync = (harness, step) => CheckShareAsync(harness, ImageShareStatus.Success, step),
            CheckAsync = async harness => (await harness.ShownShareAsync()).Should().BeNull(),
        },
        ["RemoveImage with shares"] = Removal(harness => harness.SharedAsync(), withShares: true) with { Gone = ImageAndSnapshot },
        ["RemoveImage without shares"] = Removal(harness => harness.PreparedAsync()) with { Gone = ImageAndSnapshot },
        ["RemoveImage from the database alone"] = Removal(harness => harness.PreparedAsync(), purgeDbOnly: true) with { Points = 12 },
        ["RemoveImage of a master spec"] = Removal(async harness => (await harness.MasterSpecAsync()).ImageVersionSpecUid) with { Points = 12 },
        ["RemoveImage with a snapshot that stays"] = Removal(harness => harness.WithUndeletableSnapshotAsync(harness.PreparedAsync())) with
        {
            Gone = new Dictionary<string, int> { ["image"] = 1 },
            CheckAsync = CheckPendingAsync,
        },
        ["RemoveImage with its version"] = Removal(harness => harness.SharedAsync()) with
        {
            Gone = ImageAndSnapshot,
            StartAsync = async (harness, _) => (await harness.Get<RemoveImageVersion>().HandleAsync(
                harness.Caller, ImageVersionReference.Of("image1", "latest"), withSpecs: true, new RemovalReach(WithShares: true, PurgeDbOnly: false), null, Ct))!.OperationId,
            CheckAsync = async harness =>
            {
                await using var db = await harness.OpenAsync();
                (await db.ImageVersions.AnyAsync(Ct)).Should().BeFalse();
                (await db.ImageVersionSpecs.AnyAsync(Ct)).Should().BeFalse();
            },
        },
        ["RemoveImage of a held preparation"] = Removal(async harness => (await harness.HeldAsync()).ImageVersionSpecUid) with
        {
            Gone = new Dictionary<string, int> { ["instance"] = 1, ["volume"] = 1, ["network-interface"] = 1 },
            EverMade = new Dictionary<string, int> { ["instance"] = 0, ["image"] = 0, ["security-group"] = 1 },
            DriveAsync = async (harness, operation) => await harness.DriveAsync(operation, await harness.PreparationAsync()),
            UndoneBeside = 1,
        },
    };

    private static Scenario Sharing(Func<OperationHarness, Task<Guid>> setUp) => new()
    {
        Kind = "ShareImage",
        SetUpAsync = setUp,
        StartAsync = async (harness, spec) => (await harness.ShareAsync(spec)).OperationId,
        Points = 12,
        CheckFailedAsync = (harness, step) => CheckShareAsync(harness, ImageShareStatus.Failed, step),
        CheckAsync = async harness =>
        {
            var share = await harness.ShownShareAsync();
            share!.Status.Should().Be(ImageShareStatus.Success);
            share.Checks.Should().NotBeEmpty().And.OnlyContain(check => check.Result == CheckResult.Passed);
        },
    };

    private static Scenario Removal(Func<OperationHarness, Task<Guid>> setUp, bool withShares = false, bool purgeDbOnly = false) => new()
    {
        Kind = "RemoveImage",
        SetUpAsync = setUp,
        StartAsync = async (harness, spec) => (await harness.RemoveAsync(spec, withShares, purgeDbOnly)).OperationId,
        Points = 16,
        CheckFailedAsync = async (harness, step) =>
        {
            await using var db = await harness.OpenAsync();
            (await db.ImageVersionSpecs.ToListAsync(Ct)).Should().NotContain(spec => spec.Status == ImageVersionSpecStatus.Deleting, step);
            if (withShares && step is "AwaitDiscard" or "WithdrawImage")
            {
                (await harness.ShownShareAsync()).Should().NotBeNull("the share stays when {0} fails", step);
            }
        },
        CheckAsync = async harness =>
        {
            await using var db = await harness.OpenAsync();
            var removal = await db.Operations.SingleAsync(o => o.Kind == "RemoveImage");
            (await db.ImageVersionSpecs.AnyAsync(s => s.Uid == removal.SubjectUid)).Should().BeFalse();
            (await db.PendingImageDeletions.AnyAsync()).Should().BeFalse();
        },
    };

    private static async Task CheckShareAsync(OperationHarness harness, ImageShareStatus status, string failed)
    {
        var share = await harness.ShownShareAsync();
        share!.Status.Should().Be(status, failed);
        share.Errors.Should().ContainSingle(failed);
    }

    /// <summary>The snapshot is written down once; when it can be deleted, the sweep does it.</summary>
    private static async Task CheckPendingAsync(OperationHarness harness)
    {
        (await PendingAsync(harness)).Should().Equal(PreparedImage.Snapshot);
        harness.Simulator.Faults.Remove();
        await harness.Get<AccountSweep>().RunAsync(Ct);
        (await PendingAsync(harness)).Should().BeEmpty();
        harness.Listing()["snapshot"].Should().NotContain(PreparedImage.Snapshot);
    }

    private static async Task<List<string>> PendingAsync(OperationHarness harness)
    {
        await using var db = await harness.OpenAsync();
        return await db.PendingImageDeletions.Select(p => p.SnapshotId).ToListAsync();
    }

    private static async Task<Guid> WithUndeletableSnapshotAsync(this OperationHarness harness, Task<Guid> spec)
    {
        harness.Simulator.Faults.Add(new Fault("DeleteSnapshot", FaultEffect.ErrorBefore, ErrorCode: "InvalidSnapshot.InUse", ErrorStatus: 400));
        return await spec;
    }
}
