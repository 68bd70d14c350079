using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.ServiceConfiguration;

/// <summary>
/// Whether the connections of a site lead to AWS or to a simulated one: what lies in the one means nothing in the other. It is kept beside the settings,
/// where nobody can set it.
/// </summary>
public sealed class SiteCloud(IDbContextFactory<DarkroomDb> databases, WriteGate gate, Clock clock)
{
    private const string Name = "Cloud";
    private const string Aws = "Aws";
    private const string Simulated = "Simulated";

    /// <summary>Takes the site for that kind of cloud, unless it has connections to the other kind.</summary>
    /// <param name="simulated">The kind that it is to be.</param>
    /// <param name="looksSimulated">A simulated account was kept beside the site, which is asked where nothing was kept in it yet.</param>
    public Task<SiteCloudAnswer> TakeAsync(bool simulated, bool looksSimulated, CancellationToken ct) => gate.RepeatOnConflictAsync(
        async () =>
        {
            using var entered = await gate.EnterAsync(ct);
            await using var db = await databases.CreateDbContextAsync(ct);
            var kept = await db.ServiceSettings.SingleOrDefaultAsync(s => s.Name == Name, ct);
            var isConnected = await db.Connections.AnyAsync(ct);
            if (isConnected && kept is not null && kept.Value == Simulated != simulated)
            {
                return SiteCloudAnswer.IsOther;
            }

            if (isConnected && kept is null && looksSimulated != simulated)
            {
                // Without a simulated account nobody knows where its connections lead, and a guess that is kept couldn't be taken back.
                return looksSimulated ? SiteCloudAnswer.LooksOther : SiteCloudAnswer.Taken;
            }

            var value = simulated ? Simulated : Aws;
            if (kept is null)
            {
                db.ServiceSettings.Add(new ServiceSetting { Name = Name, Value = value, SetAt = clock.Now });
            }
            else if (kept.Value != value)
            {
                (kept.Value, kept.SetAt) = (value, clock.Now);
            }

            await db.SaveChangesAsync(ct);
            return SiteCloudAnswer.Taken;
        },
        ct);
}

/// <summary>What came of taking a site for a kind of cloud.</summary>
public enum SiteCloudAnswer
{
    Taken,

    /// <summary>It has connections to the other kind.</summary>
    IsOther,

    /// <summary>It has connections from before it was kept where they lead, and a simulated account beside them.</summary>
    LooksOther,
}
