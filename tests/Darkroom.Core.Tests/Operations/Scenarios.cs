using Darkroom.Contracts.Images;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Tests.Operations;

/// <summary>How an operation is started for the generic tests, and what it does to the account.</summary>
internal sealed record Scenario
{
    private static readonly IReadOnlyDictionary<string, int> Nothing = new Dictionary<string, int>();

    /// <summary>Everything that must be there before.</summary>
    public Func<OperationHarness, Task<Guid>> SetUpAsync { get; init; } = _ => Task.FromResult(Guid.Empty);

    /// <summary>Takes what the set-up gave; returns the operation, which waits to be driven.</summary>
    public required Func<OperationHarness, Guid, Task<Guid>> StartAsync { get; init; }

    /// <summary>Its failures are held; the others' operations end with them and have nothing to take back.</summary>
    public bool Holds { get; init; }

    /// <summary>What is new in the account after its success.</summary>
    public IReadOnlyDictionary<string, int> Made { get; init; } = Nothing;

    /// <summary>What was in the account before and isn't after its success.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>What was ever made, be it gone by then.</summary>
    public IReadOnlyDictionary<string, int> EverMade { get; init; } = new Dictionary<string, int> { ["instance"] = 0, ["image"] = 0, ["security-group"] = 0 };

    /// <summary>What a failure may leave.</summary>
    public IReadOnlyDictionary<string, int> MayStay { get; init; } = Nothing;

    /// <summary>Store writes and cloud calls that it has at least.</summary>
    public required int Points { get; init; }

    /// <summary>What else must hold after its success.</summary>
    public Func<OperationHarness, Task> CheckAsync { get; init; } = _ => Task.CompletedTask;
}

/// <summary>Every kind of operation with its scenario.</summary>
internal static class Scenarios
{
    public static readonly IReadOnlyDictionary<string, Scenario> All = new Dictionary<string, Scenario>
    {
        ["PrepareImage"] = new()
        {
            StartAsync = async (harness, _) => (await harness.PrepareAsync()).OperationId,
            Holds = true,
            Made = new Dictionary<string, int> { ["image"] = 1, ["snapshot"] = 1, ["security-group"] = 1 },
            EverMade = new Dictionary<string, int> { ["instance"] = 1, ["image"] = 1, ["security-group"] = 1 },
            MayStay = new Dictionary<string, int> { ["security-group"] = 1 },
            Points = 20,
        },
        ["ShareImage"] = new()
        {
            SetUpAsync = harness => harness.PreparedAsync(),
            StartAsync = async (harness, spec) => (await harness.ShareAsync(spec)).OperationId,
            Points = 12,
            CheckAsync = async harness =>
            {
                var share = await harness.ShownShareAsync();
                share!.Status.Should().Be(ImageShareStatus.Success);
                share.Checks.Should().NotBeEmpty().And.OnlyContain(check => check.Result == CheckResult.Passed);
            },
        },
        ["UnshareImage"] = new()
        {
            SetUpAsync = harness => harness.SharedAsync(),
            StartAsync = async (harness, spec) => (await harness.UnshareAsync(spec)).OperationId,
            Points = 6,
            CheckAsync = async harness => (await harness.ShownShareAsync()).Should().BeNull(),
        },
        ["RemoveImage"] = new()
        {
            SetUpAsync = harness => harness.SharedAsync(),
            StartAsync = async (harness, spec) => (await harness.RemoveAsync(spec)).OperationId,
            Gone = [PreparedImage.Id, PreparedImage.Snapshot],
            Points = 16,
            CheckAsync = async harness =>
            {
                await using var db = await harness.OpenAsync();
                (await db.ImageVersionSpecs.AnyAsync(s => s.IsPrepared)).Should().BeFalse();
                (await db.PendingImageDeletions.AnyAsync()).Should().BeFalse();
            },
        },
    };
}
