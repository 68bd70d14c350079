using System.Security.Claims;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Studio.Frame;
using Darkroom.Studio.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Darkroom.Studio.Tests.Frame;

public sealed class AskingTests
{
    [Fact]
    public async Task What_breaks_in_a_server_that_stops_is_no_fault_of_the_page()
    {
        using var stopping = new CancellationTokenSource();
        var (log, asked) = (new LoggerFactory(), new Asked());
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(log).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddSingleton<IHostApplicationLifetime>(new Lifetime(stopping.Token))
            .AddSingleton<AuthenticationStateProvider, Nobody>().AddSingleton<ISessions, Sessions>().AddScoped<Visitor>()
            .AddSingleton<NavigationManager, Nowhere>().AddSingleton(asked).BuildServiceProvider();
        await using var page = new HtmlRenderer(services, new LoggerFactory());
        asked.Ask = _ =>
        {
            stopping.Cancel();
            log.Dispose();
            throw new ObjectDisposedException("the tables");
        };

        await page.Dispatcher.InvokeAsync(() => page.RenderComponentAsync<Asking>());

        asked.Refusals.Should().BeEmpty();
    }

    private sealed class Asked
    {
        public Func<Caller, Task> Ask { get; set; } = _ => Task.CompletedTask;

        public IReadOnlyList<ProblemItemDto>? Refusals { get; set; }
    }

    private sealed class Asking : StudioComponent
    {
        [Inject]
        public Asked Asked { get; set; } = null!;

        protected override async Task OnInitializedAsync() => Asked.Refusals = await AskAsync(Asked.Ask);
    }

    private sealed class Lifetime(CancellationToken stopping) : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }

    private sealed class Nobody : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal()));
    }

    private sealed class Sessions : ISessions
    {
        public ValueTask<Caller?> CallerOfAsync(ClaimsPrincipal user, CancellationToken ct) => ValueTask.FromResult<Caller?>(new Caller("somebody", Role.Reader));
    }

    private sealed class Nowhere : NavigationManager
    {
        public Nowhere() => Initialize("http://localhost/", "http://localhost/");
    }
}
