using System.Net;
using System.Net.Sockets;
using Darkroom.Core.Clouds;
using Darkroom.Core.Operations;
using Darkroom.Runtime.Accounts;
using Darkroom.Runtime.Operations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Darkroom.Runtime;

/// <summary>Adds one silo in this process that runs the domain's operations.</summary>
public static class RuntimeServices
{
    public static IHostApplicationBuilder AddDarkroomRuntime(this IHostApplicationBuilder builder)
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
        builder.Services.AddHostedService<OperationRecovery>();
        builder.Services.AddHostedService<SweepService>();
        return builder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
