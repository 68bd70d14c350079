using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Server.Api.Common;

namespace Darkroom.Server.Problems;

/// <summary>Explains the answers that routing gives without a word.</summary>
internal static class EmptyAnswers
{
    public static Error Explain(HttpContext context) => context.Response.StatusCode switch
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
}
