using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Darkroom.Core.Operations.Sweep;

/// <summary>
/// Joins what carries our tags in an account with records and intents: removes what an ended operation left, reports the
/// rest, touches nothing foreign. It reads the account first and the records after, so that what was made meanwhile is
/// not in its hands at all.
/// </summary>
public sealed class AccountSweep(
    IDbContextFactory<DarkroomDb> databases, WriteGate gate, ICloud cloud, CloudAccessFactory access, PendingDeletionRetry pending, Clock clock,
    ILogger<AccountSweep> log)
{
    /// <summary>How long the cloud may hide what it has made: an intent is given up after twice this time and three misses.</summary>
    public static readonly TimeSpan ConsistencyWindow = TimeSpan.FromMinutes(5);

    private const int MissesToClose = 3;

    // An instance holds its volumes and group, an image its snapshots.
    private static readonly OwnedResourceKind[] Order =
    [
        OwnedResourceKind.Instance, OwnedResourceKind.Image, OwnedResourceKind.Snapshot, OwnedResourceKind.NetworkInterface, OwnedResourceKind.Volume,
        OwnedResourceKind.IsolationGroup,
    ];

    /// <summary>Sweeps every account and Region that a connection leads to.</summary>
    public async Task<IReadOnlyList<SweepReportDto>> RunAsync(CancellationToken ct)
    {
        List<HypervisorConnection> connections;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            connections = await db.Connections.AsNoTracking().Where(c => !c.MaintenanceMode).OrderBy(c => c.CreatedAt).ToListAsync(ct);
        }

        var reports = new List<SweepReportDto>();
        foreach (var account in connections.GroupBy(c => new AccountKey(c.AccountId, c.Region)))
        {
            if (await RunByAnyAsync(account, ct) is { } report)
            {
                reports.Add(report);
            }
        }

        return reports;
    }

    /// <summary>By the first of the account's connections that can; null, and the last report stays, when none can.</summary>
    private async Task<SweepReportDto?> RunByAnyAsync(IGrouping<AccountKey, HypervisorConnection> account, CancellationToken ct)
    {
        foreach (var connection in account)
        {
            try
            {
                return await RunAsync(access.For(connection), ct);
            }
            catch (Exception e) when (e is CloudException or DarkroomException)
            {
                log.LogWarning("Sweeping {Account} by way of {Connection} failed: {Reason}", account.Key, connection.Name, e.Message);
            }
        }

        return null;
    }

    private async Task<SweepReportDto> RunAsync(CloudAccess account, CancellationToken ct)
    {
        await pending.RunAsync(account, ct);
        var resources = await cloud.ListOwnedAsync(account, ct);
        var known = await KnowledgeAsync(account, resources, ct);
        List<SweptResourceDto> removed = [], reported = [];
        var gone = new HashSet<string>();
        foreach (var resource in resources.OrderBy(r => Array.IndexOf(Order, r.Kind)))
        {
            var verdict = SweepVerdict.On(resource, known);
            var line = new SweptResourceDto(resource.Kind.ToString(), resource.Id, resource.OperationId, verdict.Reason);
            var failure = verdict.Action == SweepAction.Remove ? await RemoveAsync(account, resource, ct) : verdict.Reason;
            if (failure is null)
            {
                removed.Add(line);
                gone.Add(resource.Reference ?? "");
            }
            else if (verdict.Action != SweepAction.Keep)
            {
                reported.Add(line with { Reason = failure });
            }
        }

        // Another process may sweep the same account, and its report may have come first.
        return await gate.RepeatOnConflictAsync(() => RecordAsync(account, resources, gone, removed, reported, ct), ct);
    }

    /// <summary>Why it could not be removed, or null when it was; one stubborn resource doesn't keep the others.</summary>
    private async Task<string?> RemoveAsync(CloudAccess account, OwnedResource resource, CancellationToken ct)
    {
        try
        {
            return await cloud.RemoveOwnedAsync(account, resource, ct) ? null : "It is to be removed, but something still uses it.";
        }
        catch (CloudException e)
        {
            return $"It is to be removed, but: {e.Error.Message}";
        }
    }

    private async Task<SweepKnowledge> KnowledgeAsync(CloudAccess account, IReadOnlyList<OwnedResource> resources, CancellationToken ct)
    {
        List<string> vpcs;
        SweepKnowledge known;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            var ids = resources.Select(r => r.OperationId).OfType<Guid>().Distinct().ToList();
            var operations = await db.Operations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.State, ct);
            var specs = await db.ImageVersionSpecs.AsNoTracking().Where(s => s.ImageId != null).Select(s => new { s.ImageId, s.SnapshotIds }).ToListAsync(ct);
            var connections = db.Connections.Where(c => c.AccountId == account.AccountId && c.Region == account.Region).Select(c => c.Uid);
            vpcs = await db.HostingUnits.Where(u => connections.Contains(u.ConnectionUid)).Select(u => u.VpcId).Distinct().ToListAsync(ct);
            var intents = await db.ResourceIntents.AsNoTracking().Where(i => ids.Contains(i.OperationId)).ToDictionaryAsync(i => i.Reference, ct);
            var undeleted = await db.PendingImageDeletions.Select(p => p.SnapshotId).ToListAsync(ct);
            known = new SweepKnowledge(operations, intents, specs.SelectMany(s => s.SnapshotIds.Append(s.ImageId!)).Concat(undeleted).ToHashSet(), new HashSet<string>());
        }

        var groups = new HashSet<string>();
        foreach (var vpc in vpcs)
        {
            if (await cloud.FindIsolationGroupAsync(account, vpc, ct) is { } group)
            {
                groups.Add(group);
            }
        }

        return known with { IsolationGroups = groups };
    }

    private async Task<SweepReportDto> RecordAsync(
        CloudAccess account,
        IReadOnlyList<OwnedResource> resources,
        IReadOnlySet<string> gone,
        IReadOnlyList<SweptResourceDto> removed,
        IReadOnlyList<SweptResourceDto> reported,
        CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await OpenIntentsAsync(db, account, ct);
        var present = resources.Where(r => r.State is not ("terminated" or "shutting-down")).Select(r => r.Reference).ToHashSet();
        foreach (var intent in open)
        {
            Settle(intent, gone.Contains(intent.Reference), present.Contains(intent.Reference));
        }

        var report = new SweepReportDto
        {
            AccountId = account.AccountId,
            Region = account.Region,
            At = clock.Now,
            Removed = removed,
            Reported = reported,
            OpenIntents = open.Count(intent => intent.ClosedAt is null),
        };
        var key = account.Account.ToString();
        if (await db.SweepReports.FindAsync([key], ct) is { } row)
        {
            row.Report = report;
        }
        else
        {
            db.SweepReports.Add(new SweepReport { Account = key, Report = report });
        }

        await db.SaveChangesAsync(ct);
        return report;
    }

    /// <summary>Those of ended operations; the others' outcome is still their operation's business.</summary>
    private static Task<List<ResourceIntent>> OpenIntentsAsync(DarkroomDb db, CloudAccess account, CancellationToken ct)
    {
        var connections = db.Connections.Where(c => c.AccountId == account.AccountId && c.Region == account.Region).Select(c => c.Uid);
        var ended = db.Operations
            .Where(o => o.State == OperationState.Succeeded || o.State == OperationState.Failed || o.State == OperationState.Canceled || o.State == OperationState.Stuck)
            .Select(o => o.Id);
        return db.ResourceIntents.Where(i => i.ClosedAt == null && connections.Contains(i.ConnectionUid) && ended.Contains(i.OperationId)).ToListAsync(ct);
    }

    private void Settle(ResourceIntent intent, bool removed, bool present)
    {
        if (removed)
        {
            intent.ClosedAt = clock.Now;
        }
        else if (present)
        {
            (intent.Misses, intent.FirstMissedAt) = (0, null);
        }
        else
        {
            intent.Misses++;
            intent.FirstMissedAt ??= clock.Now;
            intent.ClosedAt = intent.Misses >= MissesToClose && clock.Now - intent.FirstMissedAt >= 2 * ConsistencyWindow ? clock.Now : null;
        }
    }
}
