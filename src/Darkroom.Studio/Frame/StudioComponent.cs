using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Studio.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace Darkroom.Studio.Frame;

/// <summary>What asks the domain: on behalf of the visitor, with refusals as problems to be shown, and only as long as somebody looks.</summary>
public abstract class StudioComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private CancellationToken? _token;

    [Inject]
    protected Visitor Visitor { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<StudioComponent> Log { get; set; } = null!;

    /// <summary>Cancelled when the component leaves the page.</summary>
    protected CancellationToken Gone => _token ??= _gone.Token;

    /// <summary>Asks a use case. Nothing came of it when there are problems.</summary>
    protected async Task<IReadOnlyList<ProblemItemDto>> AskAsync(Func<Caller, Task> ask)
    {
        try
        {
            await ask(await Visitor.CallerAsync(Gone));
            return [];
        }
        catch (SignedOutException)
        {
            Navigation.NavigateTo(SignInPage.SignedOutPath, forceLoad: true);
            return [];
        }
        catch (OperationCanceledException) when (Gone.IsCancellationRequested)
        {
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
        if (disposing && !_gone.IsCancellationRequested)
        {
            _token ??= _gone.Token;
            _gone.Cancel();
            _gone.Dispose();
        }
    }
}
