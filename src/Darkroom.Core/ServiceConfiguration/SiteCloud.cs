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

    /// <summary>Takes the site for that kind of cloud, unless it has connections to the other kind; false then.</summary>
    /// <param name="simulated">The kind that it is to be.</param>
    /// <param name="looksSimulated">What a site was, of which nothing is kept yet: true for simulated, null where nobody knows.</param>
    public async Task<bool> TakeAsync(bool simulated, bool? looksSimulated, CancellationToken ct)
    {
        using var entered = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var kept = await db.ServiceSettings.SingleOrDefaultAsync(s => s.Name == Name, ct);
        var was = kept is null ? looksSimulated : kept.Value == Simulated;
        if (was is { } known && known != simulated && await db.Connections.AnyAsync(ct))
        {
            return false;
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
        return true;
    }
}
