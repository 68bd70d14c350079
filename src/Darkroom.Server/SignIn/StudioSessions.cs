using System.Globalization;
using System.Security.Claims;
using Darkroom.Core.Access;
using Darkroom.Studio.SignIn;

namespace Darkroom.Server.SignIn;

/// <summary>
/// What a Studio session is worth: as much as the token whose link began it, until that is revoked, somebody signs out, or a working day has passed. It is
/// asked anew for each thing that a page wants, since a page stays open for longer than a request.
/// </summary>
/// <param name="time">Real time: whoever sits before the browser lives in it.</param>
internal sealed class StudioSessions(TokenLookup tokens, EndedSessions ended, TimeProvider time) : ISessions
{
    private const string SessionClaim = "darkroom:session";
    private const string UntilClaim = "darkroom:until";
    private const string TokenClaim = "darkroom:token";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public ClaimsPrincipal Begin(AccessToken token) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, token.Name),
            new Claim(ClaimTypes.Role, token.Role.ToString()),
            new Claim(SessionClaim, Guid.NewGuid().ToString("N")),
            new Claim(UntilClaim, (time.GetUtcNow() + Lifetime).UtcTicks.ToString(CultureInfo.InvariantCulture)),
            new Claim(TokenClaim, token.Hash),
        ],
        StudioSignIn.SchemeName));

    public async ValueTask<Caller?> CallerOfAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (SessionOf(user) is not { } session || session.Until <= time.GetUtcNow() || await ended.ContainsAsync(session.Uid, ct))
        {
            return null;
        }

        return await tokens.FindAsync(user.FindFirstValue(TokenClaim) ?? "", ct) is { } token ? new Caller(token.Name, token.Role) : null;
    }

    /// <summary>Ends a session for good; the cookie that it was kept in is worthless from now on, wherever it went.</summary>
    public Task EndAsync(ClaimsPrincipal user, CancellationToken ct) => SessionOf(user) is { } session ? ended.AddAsync(session, time.GetUtcNow(), ct) : Task.CompletedTask;

    private static EndedSession? SessionOf(ClaimsPrincipal user) => user.FindFirstValue(SessionClaim) is not { } session ? null : new EndedSession
    {
        Uid = Guid.Parse(session),
        Until = new DateTimeOffset(long.Parse(user.FindFirstValue(UntilClaim)!, CultureInfo.InvariantCulture), TimeSpan.Zero),
    };
}
