using System.Security.Claims;
using System.Text.Encodings.Web;
using Darkroom.Core.Access;
using Darkroom.Studio.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Darkroom.Server.SignIn;

/// <summary>Where a one-time link leads, and where a session ends.</summary>
internal static class StudioSignInRoutes
{
    // A redirect would be part of the link's own navigation, which other programs begin: a browser then keeps the new cookie back.
    private static string Onward(string address) =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url={address}\"><link rel=\"icon\" href=\"/_content/Darkroom.Studio/favicon.svg\"><title>Signed in</title></head>" +
        $"<body><p>You are signed in. <a href=\"{address}\">Go on</a>.</p></body></html>";

    public static void MapStudioSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInLinks.PathPrefix + "{code}", FollowAsync).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(SignInPage.SignOutPath, EndAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> FollowAsync(
        string code, SignInLinks links, TokenLookup tokens, StudioSessions sessions, IOptionsMonitor<CookieAuthenticationOptions> schemes, ILoggerFactory logs,
        HttpContext context)
    {
        // A browser that fetches ahead of its user would use the link up.
        if (context.Request.Headers.ContainsKey("Sec-Purpose"))
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (links.Redeem(code) is not { } hash || await tokens.FindAsync(hash, context.RequestAborted) is not { } token)
        {
            return TypedResults.LocalRedirect(SignInPage.RefusedPath);
        }

        await context.SignInAsync(StudioSignIn.SchemeName, sessions.Begin(token));
        logs.CreateLogger(typeof(StudioSignIn)).LogInformation("{User} signed in to Studio as {Role}", token.Name, token.Role);
        var session = schemes.Get(StudioSignIn.SchemeName);
        return TypedResults.Content(Onward(HtmlEncoder.Default.Encode(WayBack.Take(context, session))), "text/html; charset=utf-8");
    }

    private static async Task<IResult> EndAsync(
        ClaimsPrincipal user, IAntiforgery antiforgery, StudioSessions sessions, IOptionsMonitor<CookieAuthenticationOptions> schemes, HttpContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        await sessions.EndAsync(user, context.RequestAborted);
        await StudioSignIn.EndAsync(context, schemes.Get(StudioSignIn.SchemeName));
        return TypedResults.LocalRedirect(SignInPage.SignedOutPath);
    }
}
