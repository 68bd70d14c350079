using Darkroom.Studio.Frame;
using Darkroom.Studio.Hosting.Browsing;
using Darkroom.Studio.Wizards;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace Darkroom.Studio;

/// <summary>Registers Studio; the domain and <see cref="SignIn.ISessions"/> come from outside.</summary>
public static class StudioServices
{
    /// <param name="clockScale">How many times faster than real time the server's clock runs; above 1 only beside the simulator.</param>
    /// <param name="isSimulated">The cloud is the simulator, which every page says.</param>
    public static IServiceCollection AddDarkroomStudio(this IServiceCollection services, double clockScale, bool isSimulated)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.AddSingleton(new ClockRate(clockScale));
        services.AddSingleton(new CloudKind(isSimulated));
        services.AddScoped<Visitor>();
        services.AddSingleton<SharedReadings>();
        services.AddSingleton<FoundPlaces>();
        services.AddScoped<DraftStore>();
        services.AddScoped<StudioScript>();
        services.AddSingleton<InventoryShelf>();
        services.AddSingleton<ImageMaking>();
        services.AddSingleton<ImageWizardStart>();
        return services;
    }
}
