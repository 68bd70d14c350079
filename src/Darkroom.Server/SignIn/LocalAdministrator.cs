using Darkroom.Contracts.Access;
using Darkroom.Core.Access;
using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.SignIn;

/// <summary>
/// The administrator's token of this machine: in the endpoint file, readable by its owner only. It outlives restarts; where it
/// was revoked or the file is gone, the next start makes another.
/// </summary>
internal sealed class LocalAdministrator(IDbContextFactory<DarkroomDb> databases, WriteGate gate, Clock clock)
{
    private static readonly string TokenName = $"local administrator@{Environment.MachineName}";

    public async Task<string> EnsureTokenAsync(string? known, CancellationToken ct)
    {
        using var entered = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (known is not null)
        {
            var hash = TokenText.HashOf(known);
            if (await db.AccessTokens.AnyAsync(t => t.Hash == hash && t.RevokedAt == null && t.Role == Role.Administrator, ct))
            {
                return known;
            }
        }

        var text = TokenText.Make();
        db.AccessTokens.Add(new AccessToken { Name = TokenName, Role = Role.Administrator, Hash = TokenText.HashOf(text), CreatedAt = clock.Now });
        await db.SaveChangesAsync(ct);
        return text;
    }
}
