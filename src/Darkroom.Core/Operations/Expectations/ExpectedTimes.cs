using Darkroom.Contracts.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations.Expectations;

/// <summary>How long the steps of a kind of operation usually take on a connection.</summary>
/// <param name="Steps">By step; one that was never done isn't there.</param>
/// <param name="Whole">All steps together, without what was waited for in between; null where nothing is known.</param>
public sealed record ExpectedTime(IReadOnlyDictionary<string, ExpectedTimeDto> Steps, ExpectedTimeDto? Whole);

/// <summary>
/// Reads expected times from the logs of the latest operations that succeeded. Those who look at operations at once share a reading: what it tells changes
/// with the hour, and each event makes all of them look again.
/// </summary>
public sealed class ExpectedTimes(IDbContextFactory<DarkroomDb> databases, Clock clock)
{
    /// <summary>Enough for one that was slow not to matter, and few enough to follow what changes in an account.</summary>
    private const int MostOperations = 20;

    private readonly RecentReadings<(string Kind, Guid? ConnectionUid), ExpectedTime> _readings = new(clock, TimeSpan.FromSeconds(10));

    public async Task<ExpectedTime> OfAsync(Operation operation, CancellationToken ct) =>
        (await _readings.GetAsync((operation.Kind, operation.ConnectionUid), () => ReadAsync(operation.Kind, operation.ConnectionUid), ct)).Read;

    /// <summary>One query. Operations whose record was removed have no log any more and don't count.</summary>
    private async Task<ExpectedTime> ReadAsync(string kind, Guid? connection)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        var latest = db.Operations
            .Where(o => o.Kind == kind && o.ConnectionUid == connection && o.State == OperationState.Succeeded && o.RemovedAt == null)
            .OrderByDescending(o => o.CreatedAt)
            .Take(MostOperations)
            .Select(o => o.Id);
        var marks = await db.OperationEvents
            .Where(e => latest.Contains(e.OperationId) && e.Step != null && (e.Kind == OperationEventKind.StepStarted || e.Kind == OperationEventKind.StepSucceeded))
            .OrderBy(e => e.Sequence)
            .Select(e => new Mark(e.OperationId, e.Step!, e.Kind, e.At))
            .ToListAsync(CancellationToken.None);
        var operations = marks.GroupBy(mark => mark.OperationId).Select(one => one.GroupBy(mark => mark.Step).ToDictionary(step => step.Key, Took)).ToList();
        return new ExpectedTime(
            operations.SelectMany(one => one).GroupBy(step => step.Key, step => step.Value).ToDictionary(step => step.Key, Median),
            operations.Count == 0 ? null : Median(operations.Select(one => one.Values.Aggregate(TimeSpan.Zero, (sum, took) => sum + took))));
    }

    /// <summary>From the last time that it was begun to its success: what was tried before and failed isn't how long it takes.</summary>
    private static TimeSpan Took(IEnumerable<Mark> step)
    {
        var took = TimeSpan.Zero;
        DateTimeOffset? started = null;
        foreach (var mark in step)
        {
            if (mark.Kind == OperationEventKind.StepStarted)
            {
                started = mark.At;
            }
            else
            {
                took = mark.At - (started ?? mark.At);
            }
        }

        return took;
    }

    private static ExpectedTimeDto Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        var middle = sorted.Count / 2;
        var median = sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new ExpectedTimeDto(median.TotalSeconds, sorted.Count);
    }

    private sealed record Mark(Guid OperationId, string Step, OperationEventKind Kind, DateTimeOffset At);
}
