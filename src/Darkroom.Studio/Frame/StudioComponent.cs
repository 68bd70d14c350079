using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Darkroom.Studio.Frame;

/// <summary>What asks the domain: on behalf of the visitor, with refusals as problems to be shown, and only as long as somebody looks.</summary>
public abstract class StudioComponent : ComponentBase, IDisposable
{
    private CancellationTokenSource? _gone;
    private CancellationToken? _token;

    [Inject]
    protected Visitor Visitor { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<StudioComponent> Log { get; set; } = null!;

    [Inject]
    private IHostApplicationLifetime Server { get; set; } = null!;

    /// <summary>Cancelled when the component leaves the page, and when the server stops.</summary>
    protected CancellationToken Gone
    {
        get
        {
            if (_token is null)
            {
                _gone = CancellationTokenSource.CreateLinkedTokenSource(Server.ApplicationStopping);
                _token = _gone.Token;
            }

            return _token.Value;
        }
    }

    /// <summary>Asks a use case. Nothing came of it when there are problems.</summary>
    protected async Task<IReadOnlyList<ProblemItemDto>> AskAsync(Func<Caller, Task> ask)
    {
        try
        {
            await ask(await Visitor.CallerAsync(Gone));
            return [];
        }
        catch (Exception) when (Gone.IsCancellationRequested)
        {
            // Nobody looks any more: what breaks in a server that stops, and may have lost its tables and its log already, says nothing.
            return [];
        }
        catch (SignedOutException)
        {
            // The server asks for a new session then, and leads back here.
            Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
            return [];
        }
        catch (DarkroomException refused)
        {
            return [.. refused.Errors.Select(error => error.ToDto())];
        }
        catch (CloudException refused)
        {
            return [refused.Error.ToDto()];
        }
        catch (Exception fault)
        {
            Log.LogError(fault, "{Component} failed at {Address}", GetType().Name, Navigation.Uri);
            return [CommonErrors.Internal.With().ToDto()];
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _token ??= new CancellationToken(canceled: true);
            _gone?.Cancel();
            _gone?.Dispose();
            _gone = null;
        }
    }
}
