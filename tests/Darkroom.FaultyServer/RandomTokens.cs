using Darkroom.Core.Clouds;
using Darkroom.Core.Tests.Clouds;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.FaultyServer;

/// <summary>
/// The fault: a launch carries a token of chance instead of the one that its operation, step and attempt give, so that a repeat after a crash launches
/// again. The answer takes its time, so that most crashes of the step fall between the launch and its commit.
/// </summary>
internal static class RandomTokens
{
    private static readonly TimeSpan Way = TimeSpan.FromSeconds(2);

    public static void Plant(IServiceCollection services)
    {
        var real = services.Single(service => service.ServiceType == typeof(ICloud));
        services.Remove(real);
        services.AddSingleton(real.ImplementationType!);
        services.AddSingleton(provider => Around(provider.GetRequiredService(real.ImplementationType!)));
    }

    private static ICloud Around(object cloud) => StandIn.Of<ICloud>(async (method, args) =>
    {
        if (method.Name != nameof(ICloud.StartPreparationInstanceAsync))
        {
            return await StandIn.AskAsync(cloud, method, args);
        }

        var launch = args.Select(arg => arg is PreparationInstance instance ? instance with { Token = Guid.NewGuid().ToString("N") } : arg).ToArray();
        var launched = await StandIn.AskAsync(cloud, method, launch);
        await Task.Delay(Way);
        return launched;
    });
}
