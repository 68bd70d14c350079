using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;
using Darkroom.Server.SignIn;

namespace Darkroom.Server.Api.Common;

/// <summary>Which use case an endpoint calls, and so which permission it needs.</summary>
internal sealed record UseCaseMetadata(Type UseCase, Permission Permission)
{
    /// <summary>The refusal of a caller whose role is too low for the endpoint.</summary>
    public static Error ForbiddenIn(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata.GetMetadata<UseCaseMetadata>();
        var needed = Caller.RoleFor(metadata?.Permission ?? Permission.ManageHosting);
        return CommonErrors.PermissionDenied.With(
            Callers.NameOf(context.User), Callers.RoleOf(context.User), metadata?.UseCase.Name ?? context.Request.Path.ToString(), needed);
    }
}

internal static class UseCaseEndpoints
{
    /// <summary>
    /// Ties an endpoint to its use case: the operation id is the use case's name, and a caller without its permission is refused
    /// before anything of the request is read.
    /// </summary>
    public static RouteHandlerBuilder Needs<TUseCase>(this RouteHandlerBuilder builder)
        where TUseCase : IUseCase => builder
            .WithName(typeof(TUseCase).Name)
            .WithMetadata(new UseCaseMetadata(typeof(TUseCase), TUseCase.Permission))
            .RequireAuthorization(PolicyOf(TUseCase.Permission));

    public static string PolicyOf(Permission permission) => permission.ToString();
}
