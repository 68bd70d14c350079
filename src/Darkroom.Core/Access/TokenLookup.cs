using System.Collections.Concurrent;
using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Access;

/// <summary>
/// Finds tokens that are valid, and keeps them for a few seconds, since each request asks. A token that is revoked here is worthless
/// at once; one that is revoked by another member of the cluster, within <see cref="Kept"/>. What isn't valid is never kept.
/// </summary>
public sealed class TokenLookup(IDbContextFactory<DarkroomDb> databases, Clock clock)
{
    /// <summary>How long a token is taken for valid without asking the table again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(3);

    private ConcurrentDictionary<string, Found> _found = new();

    /// <summary>The token with this hash; null when there is none, or it is revoked.</summary>
    public async ValueTask<AccessToken?> FindAsync(string hash, CancellationToken ct)
    {
        // Taken before the table is read: what was read before a revocation lands in what that has thrown away.
        var found = Volatile.Read(ref _found);
        var now = clock.Now;
        if (found.TryGetValue(hash, out var kept) && now < kept.Until)
        {
            return kept.Token;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var token = await db.AccessTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null, ct);
        if (token is not null)
        {
            found[hash] = new Found(token, now + Kept);
        }

        return token;
    }

    /// <summary>Asks the table again for every token; to be called after a revocation is committed.</summary>
    public void Forget() => Volatile.Write(ref _found, new());

    private sealed record Found(AccessToken Token, DateTimeOffset Until);
}
