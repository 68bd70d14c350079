using System.Security.Cryptography;
using System.Text;
using Darkroom.Core.Access;
using Darkroom.Server.Api.Common;
using Darkroom.Server.Composition;
using Darkroom.Server.Problems;
using Darkroom.Studio.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Darkroom.Server.SignIn;

/// <summary>Signs browsers in by a cookie that no script and no other site can use. The API never looks at it.</summary>
internal static class StudioSignIn
{
    public const string SchemeName = "Studio";

    /// <summary>Chooses by request: the API and whoever brings a token are judged by the token, everything else by the cookie.</summary>
    public const string EitherScheme = "Darkroom";

    public static void AddStudioSignIn(this AuthenticationBuilder authentication, ServerSettings settings)
    {
        authentication.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<StudioSessions>(provider, TimeProvider.System));
        authentication.Services.AddSingleton<ISessions>(provider => provider.GetRequiredService<StudioSessions>());
        authentication.AddPolicyScheme(EitherScheme, null, options => options.ForwardDefaultSelector = context =>
            context.Request.Path.StartsWithSegments(ApiRoutes.Root) || context.Request.Headers.ContainsKey("Authorization") ? TokenSignIn.SchemeName : SchemeName);
        authentication.AddCookie(SchemeName, options =>
        {
            options.Cookie.Name = CookieName(settings);
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = settings.Url.Scheme == "https" ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = StudioSessions.Lifetime;
            options.SlidingExpiration = false;
            options.Events.OnValidatePrincipal = ValidateAsync;
            options.Events.OnRedirectToLogin = AskForSignInAsync;
            options.Events.OnRedirectToAccessDenied = context => ProblemWriter.WriteAsync(context.HttpContext, UseCaseMetadata.ForbiddenIn(context.HttpContext));
        });
    }

    // Browsers keep cookies by host without the port: two servers of one machine would sign each other's users out.
    private static string CookieName(ServerSettings settings) =>
        "darkroom-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings.Data.Path)))[..8];

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<StudioSessions>();
        if (context.Principal is null || await sessions.CallerOfAsync(context.Principal, context.HttpContext.RequestAborted) is null)
        {
            context.RejectPrincipal();
            await EndAsync(context.HttpContext, context.Options);
        }
    }

    /// <summary>
    /// Takes the session from the browser. For a moment it keeps that there was one: its pages load anew by themselves, one after the other, and the later ones
    /// find the session's cookie gone.
    /// </summary>
    public static async Task EndAsync(HttpContext context, CookieAuthenticationOptions session)
    {
        await context.SignOutAsync(SchemeName);
        context.Response.Cookies.Append(EndedCookieName(session), "1", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = session.Cookie.Build(context).Secure,
            MaxAge = TimeSpan.FromMinutes(1),
        });
    }

    private static string EndedCookieName(CookieAuthenticationOptions session) => $"{session.Cookie.Name}-ended";

    private static bool HadSession(RedirectContext<CookieAuthenticationOptions> context) =>
        new[] { context.Options.Cookie.Name!, EndedCookieName(context.Options) }.Any(context.Request.Cookies.ContainsKey);

    /// <summary>A person gets a page that says how to sign in, a program the problem it can read.</summary>
    private static Task AskForSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            WayBack.Keep(context);
            context.Response.Redirect(HadSession(context) ? SignInPage.SignedOutPath : SignInPage.Path);
            return Task.CompletedTask;
        }

        context.Response.Headers.WWWAuthenticate = TokenSignIn.SchemeName;
        return ProblemWriter.WriteAsync(context.HttpContext, AccessErrors.Unauthenticated.With());
    }
}
