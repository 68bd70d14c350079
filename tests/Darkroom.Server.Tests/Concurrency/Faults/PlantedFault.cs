using Darkroom.Core.Clouds;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Concurrency.Faults;

/// <summary>Faults that break a rule for those alone who work side by side, put into the real server from outside.</summary>
internal static class PlantedFault
{
    public static readonly IReadOnlyDictionary<string, Action<IServiceCollection>> All = new Dictionary<string, Action<IServiceCollection>>
    {
        ["A removal that doesn't show while it is at work"] = services => Intercept(services, new UnmarkedRemoval()),
        ["A number that is given again"] = services => Intercept(services, new NumberGivenAgain()),
        ["A share that looks at the spec before its transaction alone"] = OutdatedShare.Plant,
        ["A removal that forgets the image in the account"] = ForgottenImage,
    };

    private static void Intercept(IServiceCollection services, IInterceptor interceptor) =>
        services.ConfigureDbContext<DarkroomDb>(options => options.AddInterceptors(interceptor));

    private static void ForgottenImage(IServiceCollection services)
    {
        var real = services.Single(service => service.ServiceType == typeof(ICloud));
        services.Remove(real);
        services.AddSingleton(real.ImplementationType!);
        services.AddSingleton(provider => Core.Tests.Clouds.StandIn.Of<ICloud>((method, args) => method.Name == nameof(ICloud.DeregisterImageAsync)
            ? Task.FromResult<object?>(null)
            : Core.Tests.Clouds.StandIn.AskAsync(provider.GetRequiredService(real.ImplementationType!), method, args)));
    }
}
