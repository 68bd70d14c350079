using Darkroom.Contracts.Images;
using Darkroom.Core.Images;
using Darkroom.Core.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Concurrency.Faults;

/// <summary>
/// The fault: inside its transaction a request to share takes a spec that is being removed for the success it was. What it looked at before the transaction is
/// right, so that only a removal which begins in between slips through.
/// </summary>
internal sealed class OutdatedShare : IMaterializationInterceptor, IStartupFilter
{
    private readonly AsyncLocal<bool> _isShare = new();

    public static void Plant(IServiceCollection services)
    {
        var fault = new OutdatedShare();
        services.AddSingleton<IStartupFilter>(fault);
        services.ConfigureDbContext<DarkroomDb>(options => options.AddInterceptors(fault));
    }

    public object InitializedInstance(MaterializationInterceptionData materializationData, object instance)
    {
        if (instance is ImageVersionSpec { Status: ImageVersionSpecStatus.Deleting } spec && _isShare.Value && materializationData.Context.Database.CurrentTransaction is not null)
        {
            spec.Status = ImageVersionSpecStatus.Success;
        }

        return instance;
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (HttpContext context, RequestDelegate rest) =>
        {
            _isShare.Value = context.Request.Method == "POST" && context.Request.Path.Value!.EndsWith("/hosting-units", StringComparison.Ordinal);
            await rest(context);
        });
        next(app);
    };
}
