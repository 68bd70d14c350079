using System.Security.Claims;
using System.Text.Encodings.Web;
using Darkroom.Core.Access;
using Darkroom.Server.Api.Common;
using Darkroom.Server.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Darkroom.Server.SignIn;

/// <summary>Signs a request in by its bearer token.</summary>
internal sealed class TokenSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, TokenLookup tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Bearer";
    public const string TokenClaim = "darkroom:token-uid";

    private const string Prefix = "Bearer ";

    /// <summary>Whether the token of a request that is still being answered is valid by now; for answers that go on for long.</summary>
    public static async Task<bool> IsStillValidAsync(HttpContext context, CancellationToken ct) =>
        HashOf(context.Request) is { } hash && await context.RequestServices.GetRequiredService<TokenLookup>().FindAsync(hash, ct) is not null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (HashOf(Request) is not { } hash)
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.FindAsync(hash, Context.RequestAborted) is not { } token)
        {
            return AuthenticateResult.Fail("The token isn't known, or it is revoked.");
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, token.Name), new Claim(ClaimTypes.Role, token.Role.ToString()), new Claim(TokenClaim, token.Uid.ToString())], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        return ProblemWriter.WriteAsync(Context, AccessErrors.Unauthenticated.With());
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ProblemWriter.WriteAsync(Context, UseCaseMetadata.ForbiddenIn(Context));

    private static string? HashOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? TokenText.HashOf(header[Prefix.Length..].Trim()) : null;
    }
}
