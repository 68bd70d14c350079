using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Darkroom.Studio;

/// <summary>Maps Studio's pages; whoever isn't signed in sees only how to sign in.</summary>
public static class StudioRoutes
{
    // The policy on frames is part of the one that every answer of the server carries.
    public static void MapDarkroomStudio(this IEndpointRouteBuilder routes) => routes
        .MapRazorComponents<App>()
        .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
        .WithStaticAssets()
        .RequireAuthorization();
}
