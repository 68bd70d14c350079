using Darkroom.Simulator.Iam;
using Darkroom.Simulator.State;
using Microsoft.AspNetCore.Http;

namespace Darkroom.Simulator.Http;

/// <summary>Finds the principal whose key signed a request. A signature is good for 15 minutes of real time to either side.</summary>
internal static class Authenticator
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    /// <exception cref="AuthenticationException">The caller isn't recognised.</exception>
    public static Principal Recognise(Simulation simulation, HttpRequest request, byte[] body, Signature? signature)
    {
        if (signature is null || Signature.SignedAt(request) is not { } signedAt)
            throw new AuthenticationException(AuthenticationFailure.NotSigned);
        var (principal, secret, session) = FindKey(simulation, signature.AccessKeyId);
        if (!signature.Matches(request, body, secret))
            throw new AuthenticationException(AuthenticationFailure.WrongSignature);
        if ((simulation.Clock.RealUtcNow - signedAt).Duration() > Tolerance)
            throw new AuthenticationException(AuthenticationFailure.TooOldOrNew);
        if (session is not null)
            CheckToken(request, signature, session, simulation.Clock.UtcNow);
        return principal;
    }

    private static (Principal Principal, string Secret, Session? Session) FindKey(Simulation simulation, string accessKeyId)
    {
        if (simulation.Sessions.Find(accessKeyId) is { } session)
            return (session.Principal, session.SecretAccessKey, session);
        var user = simulation.Accounts.Values.SelectMany(account => account.Users).FirstOrDefault(user => user.AccessKeyId == accessKeyId)
            ?? throw new AuthenticationException(AuthenticationFailure.UnknownKey);
        return (user.Principal, user.SecretAccessKey, null);
    }

    private static void CheckToken(HttpRequest request, Signature signature, Session session, DateTimeOffset now)
    {
        const string header = "x-amz-security-token";
        if (!signature.SignedHeaders.Contains(header) || request.Headers[header] != session.Token)
            throw new AuthenticationException(AuthenticationFailure.WrongToken);
        if (session.Expires <= now)
            throw new AuthenticationException(AuthenticationFailure.TokenExpired);
    }
}
