using Darkroom.Contracts.ServiceConfiguration;
using Darkroom.Core.Access;
using Darkroom.Core.ServiceConfiguration;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.ServiceConfiguration;

/// <summary>Settings of the whole site, under the names that scripts know.</summary>
internal sealed class ServiceConfigurationEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var settings = api.MapGroup("/service-configuration").WithTags("Service configuration");
        settings.MapGet("", List).Needs<ListServiceSettings>();
        settings.MapPut("/{name}", Set).Needs<SetServiceSetting>();
        settings.MapDelete("/{name}", Remove).Needs<RemoveServiceSetting>();
    }

    /// <summary>Shows every setting with what applies, set or not.</summary>
    internal static async Task<Ok<IReadOnlyList<ServiceSettingDto>>> List(Caller caller, ListServiceSettings useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, ct));

    /// <summary>Sets a setting, by its name whatever its case. What Darkroom can't honour is refused.</summary>
    internal static async Task<Ok<ServiceSettingDto>> Set(
        string name, SetServiceSettingRequest request, Caller caller, SetServiceSetting useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, name, request, ct));

    /// <summary>Removes a setting, so that its default applies again.</summary>
    internal static async Task<NoContent> Remove(string name, Caller caller, RemoveServiceSetting useCase, CancellationToken ct)
    {
        await useCase.HandleAsync(caller, name, ct);
        return TypedResults.NoContent();
    }
}
