using Darkroom.Aws;
using Darkroom.Core;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Core.Time;
using Darkroom.Runtime;
using Darkroom.Server.Api.Common;
using Darkroom.Server.OpenApi;
using Darkroom.Server.Problems;
using Darkroom.Server.SignIn;
using Darkroom.Storage.Postgres;
using Darkroom.Storage.Sqlite;
using Darkroom.Studio;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Darkroom.Server.Composition;

/// <summary>Puts the server together: which part stands behind which port.</summary>
internal static class ServerServices
{
    /// <param name="cloud">Where AWS is and what time it is there: real, or the simulator's.</param>
    /// <param name="database">Made ready while the silo starts; nothing after it starts before that is done.</param>
    public static void AddDarkroom(this WebApplicationBuilder builder, ServerSettings settings, CloudSetting cloud, DatabaseStart database)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(new Clock(cloud.Time));
        services.AddDarkroomCore();
        services.AddStorage(settings);
        services.AddDarkroomAws(cloud.Aws);
        builder.AddDarkroomSilo();
        services.AddHostedService(_ => database);
        services.AddDarkroomRecovery();
        builder.AddTelemetry();
        services.AddDataProtection().PersistKeysToFileSystem(settings.Data.Keys).SetApplicationName("Darkroom");
        services.AddSingleton<ISecretProtector, SecretProtector>();
        services.AddSignIn(settings);
        services.AddRest(builder.Configuration);
        services.AddDarkroomStudio(cloud.ClockScale, isSimulated: settings.IsSimulated);
    }

    /// <summary>The database alone, as the verb <c>migrate</c> needs it.</summary>
    public static void AddStorage(this IServiceCollection services, ServerSettings settings)
    {
        if (settings.Database == DatabaseKind.Postgres)
        {
            services.AddPostgresStorage(settings.ConnectionString!);
        }
        else
        {
            services.AddSqliteStorage(settings.Data.DatabaseFile);
        }
    }

    private static void AddSignIn(this IServiceCollection services, ServerSettings settings)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Callers.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext
            ?? throw new InvalidOperationException("There is a caller only while a request is answered.")));
        services.AddSingleton(new SignInLinks(TimeProvider.System));
        var authentication = services.AddAuthentication(StudioSignIn.EitherScheme);
        authentication.AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.SchemeName, null);
        authentication.AddStudioSignIn(settings);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            var needed = Caller.RoleFor(permission);
            authorization.AddPolicy(UseCaseEndpoints.PolicyOf(permission), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => Callers.RoleOf(context.User) >= needed));
        }

        authorization.SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void AddRest(this IServiceCollection services, IConfiguration configuration)
    {
        services.ConfigureHttpJsonOptions(options => StrictJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ExceptionProblems>();
        services.AddProblemDetails();
        services.AddApiDocument();
        services.AddRateLimits(configuration);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }
}
