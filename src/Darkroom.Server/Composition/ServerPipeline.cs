using Darkroom.Server.Api.Common;
using Darkroom.Server.Api.Docs;
using Darkroom.Server.OpenApi;
using Darkroom.Server.Problems;
using Darkroom.Server.SignIn;
using Darkroom.Studio;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Darkroom.Server.Composition;

/// <summary>What a request passes, in order.</summary>
internal static class ServerPipeline
{
    public static void MapDarkroom(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages(EmptyAnswers.FillAsync);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimits();
        app.UseAuthorization();
        app.UseAntiforgery();

        // Liveness asks nothing of anybody: a server whose database is away must not be restarted for it.
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks("/health").AllowAnonymous().DisableRateLimiting();
        app.MapReference();
        app.MapErrorPage();
        app.MapApi();
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
        app.MapStudioSignIn();
        app.MapDarkroomStudio();
    }
}
