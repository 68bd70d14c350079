using Scalar.AspNetCore;

namespace Darkroom.Server.OpenApi;

/// <summary>The API reference for people: a page that this server alone serves, script included.</summary>
internal static class Reference
{
    public const string Path = "/scalar";

    // Its script writes style elements, which no nonce of ours can reach; nothing is loaded from anywhere else.
    private const string PolicyWithoutScripts =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void MapReference(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        routes.MapScalarApiReference(Path, options => options
            .WithTitle("Darkroom API")
            .WithNonce()
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .AddDocument(ApiDocument.Name)).AllowAnonymous();
    }

    /// <summary>The page's own policy, once its nonce is known; null for every other page.</summary>
    public static string? PolicyOf(HttpContext context) => context.Items.TryGetValue(ScalarOptions.NonceHttpContextItemKey, out var nonce)
        ? $"{PolicyWithoutScripts}; script-src 'self' 'nonce-{nonce}'"
        : null;
}
