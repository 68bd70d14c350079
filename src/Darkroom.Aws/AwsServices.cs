using Darkroom.Aws.Clients;
using Darkroom.Aws.Limits;
using Darkroom.Core.Clouds;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Aws;

/// <summary>Registers AWS as the cloud; <see cref="IAccounts"/> and <see cref="Core.Time.Clock"/> come from outside.</summary>
public static class AwsServices
{
    public static IServiceCollection AddDarkroomAws(this IServiceCollection services, AwsOptions options) => services
        .AddSingleton(options)
        .AddSingleton<AwsClients>()
        .AddSingleton<AwsCalls>()
        .AddSingleton<IRateLimits, AwsRateLimits>()
        .AddSingleton<ICloud, AwsCloud>();
}
