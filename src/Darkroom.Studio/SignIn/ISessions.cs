using System.Security.Claims;
using Darkroom.Core.Access;

namespace Darkroom.Studio.SignIn;

/// <summary>Tells who is behind a browser's session, and whether he still is.</summary>
public interface ISessions
{
    /// <summary>The caller that a session stands for; null when it has ended.</summary>
    ValueTask<Caller?> CallerOfAsync(ClaimsPrincipal user, CancellationToken ct);
}
