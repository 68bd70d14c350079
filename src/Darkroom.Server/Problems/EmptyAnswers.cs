using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Server.Api.Common;
using Darkroom.Studio.Frame;
using Microsoft.AspNetCore.Diagnostics;

namespace Darkroom.Server.Problems;

/// <summary>Explains the answers that routing gives without a word: to a program as a problem, to a person who looks for a page as one.</summary>
internal static class EmptyAnswers
{
    public static Task FillAsync(StatusCodeContext context) => context.HttpContext.Response.StatusCode == StatusCodes.Status404NotFound && IsForPerson(context.HttpContext.Request)
        ? ShowNotFoundPageAsync(context)
        : ProblemWriter.WriteAsync(context.HttpContext, Explain(context.HttpContext));

    private static Error Explain(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => AccessErrors.Unauthenticated.With(),
        StatusCodes.Status403Forbidden => UseCaseMetadata.ForbiddenIn(context),
        StatusCodes.Status404NotFound => RequestErrors.UnknownRoute.With(context.Request.Path),
        StatusCodes.Status405MethodNotAllowed => RequestErrors.MethodNotAllowed.With(context.Request.Method, context.Request.Path),
        StatusCodes.Status413PayloadTooLarge => RequestErrors.BodyTooLarge.With(Composition.Limits.MaxBodyBytes),
        StatusCodes.Status415UnsupportedMediaType => RequestErrors.UnsupportedMediaType.With(),
        >= 400 and < 500 => CommonErrors.InvalidRequest.With("it isn't well-formed HTTP."),
        _ => CommonErrors.Internal.With(),
    };

    private static bool IsForPerson(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Path.StartsWithSegments(ApiRoutes.Root)
        && !request.Headers.ContainsKey("Authorization")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address and the status stay; what answers is Studio's page.</summary>
    private static async Task ShowNotFoundPageAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var asked = http.Request.Path;
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath = asked, OriginalPathBase = http.Request.PathBase, OriginalQueryString = http.Request.QueryString.Value });
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.Request.Path = NotFoundPage.Path;
        try
        {
            await context.Next(http);
        }
        finally
        {
            http.Request.Path = asked;
        }
    }
}
