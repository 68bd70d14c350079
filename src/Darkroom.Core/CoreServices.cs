using Darkroom.Core.Hosting;
using Darkroom.Core.Operations;
using Darkroom.Core.UseCases;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Core;

/// <summary>Registers the domain; clock, database, cloud, accounts, operation host and secrets come from outside.</summary>
public static class CoreServices
{
    public static IServiceCollection AddDarkroomCore(this IServiceCollection services)
    {
        services.AddSingleton<UseCaseRunner>();
        services.AddSingleton<OperationSignals>();
        services.AddSingleton<CloudAccessFactory>();
        foreach (var useCase in UseCaseTypes)
        {
            services.AddSingleton(useCase);
        }

        return services;
    }

    /// <summary>Every use case of the domain.</summary>
    public static IEnumerable<Type> UseCaseTypes =>
        typeof(CoreServices).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IUseCase)));
}
