using Darkroom.Studio.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Extensions;

namespace Darkroom.Server.SignIn;

/// <summary>
/// The page that somebody wanted who had to sign in first. The link that signs him in comes from a terminal and knows nothing of it, so the browser keeps it: in a
/// cookie that says nothing but an address of Studio, and that goes along with a link from elsewhere.
/// </summary>
internal static class WayBack
{
    /// <summary>Where a link leads that nobody was on his way before.</summary>
    public const string Usual = "/images";

    private const int Longest = 2000;

    public static void Keep(RedirectContext<CookieAuthenticationOptions> context)
    {
        var wanted = context.Request.GetEncodedPathAndQuery();
        if (HttpMethods.IsGet(context.Request.Method) && IsOurs(wanted))
        {
            context.Response.Cookies.Append(NameOf(context.Options), wanted, Options(context.HttpContext, context.Options));
        }
    }

    /// <summary>Where to go on, once.</summary>
    public static string Take(HttpContext context, CookieAuthenticationOptions session)
    {
        var name = NameOf(session);
        var wanted = context.Request.Cookies[name];
        if (wanted is not null)
        {
            context.Response.Cookies.Delete(name, Options(context, session));
        }

        return IsOurs(wanted) ? wanted! : Usual;
    }

    /// <summary>An address of another host may begin with two slashes, of either kind, also with what browsers leave out between them.</summary>
    private static bool IsOurs(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && address.Length <= Longest && address.All(letter => letter is > ' ' and < '\x7f') && !address.StartsWith(SignInPage.Path, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(CookieAuthenticationOptions session) => $"{session.Cookie.Name}-way-back";

    private static CookieOptions Options(HttpContext context, CookieAuthenticationOptions session) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = session.Cookie.Build(context).Secure,
        MaxAge = Core.Access.SignInLinks.Lifetime,
        Path = SignInPage.Path,
    };
}
