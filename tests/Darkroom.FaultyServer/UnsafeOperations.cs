using Darkroom.Core.Operations;
using Darkroom.Core.Tests.Operations.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.FaultyServer;

/// <summary>
/// The faults: a step of each operation on a prepared image isn't right when it runs again. Its effect is there for a while before anything is committed of it,
/// so that most crashes of the step fall in between.
/// </summary>
internal static class UnsafeOperations
{
    private static readonly TimeSpan Way = TimeSpan.FromSeconds(1);

    public static void Plant(IServiceCollection services)
    {
        foreach (var definition in services.Where(service => service.ServiceType == typeof(OperationDefinition)).ToList())
        {
            services.Remove(definition);
            services.AddSingleton(definition.ImplementationType!);
            services.AddSingleton<OperationDefinition>(provider =>
            {
                var faults = UnsafeSteps.All(provider, () => Task.Delay(Way));
                return new AlteredDefinition((OperationDefinition)provider.GetRequiredService(definition.ImplementationType!), step => faults.GetValueOrDefault(step.Name)?.Invoke(step) ?? step);
            });
        }
    }
}
