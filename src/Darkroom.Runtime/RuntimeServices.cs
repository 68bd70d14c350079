using System.Net;
using System.Net.Sockets;
using Darkroom.Core.Clouds;
using Darkroom.Core.Operations;
using Darkroom.Runtime.Accounts;
using Darkroom.Runtime.Operations;
using Darkroom.Runtime.Replies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Darkroom.Runtime;

/// <summary>Adds what runs the domain's operations.</summary>
public static class RuntimeServices
{
    /// <summary>One silo in this process; of itself it reads no table.</summary>
    public static IHostApplicationBuilder AddDarkroomSilo(this IHostApplicationBuilder builder)
    {
        // Two silos on one machine would share the default ports silently.
        var (silo, gateway) = (FreePort(), FreePort());
        builder.UseOrleans(orleans =>
        {
            orleans.UseLocalhostClustering(silo, gateway, new IPEndPoint(IPAddress.Loopback, silo));
            orleans.Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = "darkroom");
        });
        builder.Services.AddSingleton<IOperationHost, OrleansOperationHost>();
        builder.Services.AddSingleton<IAccounts, OrleansAccounts>();
        builder.Services.AddSingleton<InstanceReader>();
        return builder;
    }

    /// <summary>What asks the silo for operations that nobody runs, sweeps, and forgets old replies; the tables have to be there when it starts.</summary>
    public static IServiceCollection AddDarkroomRecovery(this IServiceCollection services) =>
        services.AddHostedService<OperationRecovery>().AddHostedService<SweepService>().AddHostedService<KeptReplyService>();

    // Taken from below those that systems hand out by themselves (from 32768 on Linux, from 49152 elsewhere), where a connection of anybody's
    // could come to lie on it before the silo does.
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_768);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Somebody's own; the next one.
            }
        }
    }
}
