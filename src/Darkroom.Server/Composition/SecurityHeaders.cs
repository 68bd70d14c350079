using Darkroom.Server.OpenApi;

namespace Darkroom.Server.Composition;

/// <summary>What browsers are told of every answer.</summary>
internal static class SecurityHeaders
{
    // style-src-attr: the grid of the Studio positions its columns with style attributes.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: an answer that becomes a problem half-way is begun anew without the headers it had.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Reference.PolicyOf(context) ?? ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
