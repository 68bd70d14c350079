using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Preparation;
using Darkroom.Core.Images.Preparation.Console;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Sharing;
using Darkroom.Core.Operations;
using Darkroom.Core.Operations.Expectations;
using Darkroom.Core.Operations.Sweep;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Core;

/// <summary>Registers the domain; clock, database, cloud, accounts, operation host and secrets come from outside.</summary>
public static class CoreServices
{
    public static IServiceCollection AddDarkroomCore(this IServiceCollection services)
    {
        services.AddSingleton<UseCaseRunner>();
        services.AddSingleton<KeptReplies>();
        services.AddSingleton<TokenLookup>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<CloudAccessFactory>();
        services.AddSingleton<ConnectionProof>();
        services.AddSingleton<InventoryReader>();
        services.AddSingleton<Inventory>();
        services.AddSingleton<InventoryListing>();
        services.AddSingleton<HostingUnitPlaces>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<OperationSignals>();
        services.AddSingleton<OperationStore>();
        services.AddSingleton<OperationRuns>();
        services.AddSingleton<OperationView>();
        services.AddSingleton<ExpectedTimes>();
        services.AddSingleton<AccountSweep>();
        services.AddSingleton<PreparationInputs>();
        services.AddSingleton<PreparationChecks>();
        services.AddSingleton<RecentConsoles>();
        services.AddSingleton<ShareChecks>();
        services.AddSingleton<PendingDeletionRetry>();
        foreach (var definition in OperationTypes)
        {
            services.AddSingleton(typeof(OperationDefinition), definition);
        }

        foreach (var useCase in UseCaseTypes)
        {
            services.AddSingleton(useCase);
        }

        return services;
    }

    /// <summary>Every use case of the domain.</summary>
    public static IEnumerable<Type> UseCaseTypes => ConcreteTypes(typeof(IUseCase));

    /// <summary>Every kind of operation.</summary>
    public static IEnumerable<Type> OperationTypes => ConcreteTypes(typeof(OperationDefinition));

    private static IEnumerable<Type> ConcreteTypes(Type kind) =>
        typeof(CoreServices).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(kind));
}
