namespace Darkroom.Server.Api.Common;

/// <summary>The endpoints of one feature. Every implementation is found and mapped below <c>/api/v1</c>.</summary>
internal interface IEndpoints
{
    /// <param name="api">The group <c>/api/v1</c>.</param>
    void Map(IEndpointRouteBuilder api);
}

internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    /// <summary>Maps every feature; whatever a feature forgets, a principal is needed.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).RequireAuthorization();
        ((IEndpointConventionBuilder)api).Add(QueryNames.Hold);
        var features = typeof(ApiRoutes).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IEndpoints)));
        foreach (var feature in features.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            ((IEndpoints)Activator.CreateInstance(feature)!).Map(api);
        }
    }
}
