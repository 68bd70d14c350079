using System.Security.Claims;
using Darkroom.Contracts.Access;
using Darkroom.Core.Access;
using Darkroom.Server.Api.Common;

namespace Darkroom.Server.SignIn;

/// <summary>Turns a signed-in request into the caller that use cases ask for.</summary>
internal static class Callers
{
    public const string LoggingIdHeader = "Darkroom-Logging-Id";
    public const string IdempotencyKeyHeader = "Idempotency-Key";

    private const int MaxIdempotencyKeyLength = 200;

    /// <exception cref="Core.Errors.DarkroomException">HeaderMalformed.</exception>
    public static Caller Of(HttpContext context) => new(
        NameOf(context.User), RoleOf(context.User), LoggingIdOf(context.Request), IdempotencyKeyOf(context.Request));

    public static string NameOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Name)
        ?? throw new InvalidOperationException("Nobody is signed in here: the endpoint lacks an authorization policy.");

    public static Role RoleOf(ClaimsPrincipal user) =>
        Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : Role.Reader;

    /// <summary>The token that the request was signed in by.</summary>
    public static Guid TokenOf(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(TokenSignIn.TokenClaim)
        ?? throw new InvalidOperationException("No token was shown here: the endpoint lies outside of the API."));

    private static Guid? LoggingIdOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(LoggingIdHeader, out var given))
        {
            return null;
        }

        return Guid.TryParse(given.ToString(), out var id) ? id : throw RequestErrors.HeaderMalformed.With(LoggingIdHeader, "a GUID").On(LoggingIdHeader).AsException();
    }

    private static string? IdempotencyKeyOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(IdempotencyKeyHeader, out var given))
        {
            return null;
        }

        return given.ToString() is { Length: > 0 and <= MaxIdempotencyKeyLength } key
            ? key
            : throw RequestErrors.HeaderMalformed.With(IdempotencyKeyHeader, $"a text of 1 to {MaxIdempotencyKeyLength} characters").On(IdempotencyKeyHeader).AsException();
    }
}
