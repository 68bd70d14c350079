using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.Operations;
using Microsoft.AspNetCore.Components;

namespace Darkroom.Studio.Frame;

/// <summary>
/// A view that stays true while somebody looks at it: it is read again whenever something is committed, and every few seconds for what another process of the
/// cluster does. It is read once somebody is connected, not for the first picture of the page.
/// </summary>
public abstract class LiveComponent : StudioComponent
{
    private const int NotFound = 404;

    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(3);

    private Task _reading = Task.CompletedTask;
    private string _subject = "";
    private bool _hasBegun;

    [Inject]
    private OperationSignals Signals { get; set; } = null!;

    /// <summary>What came in the way of the last reading.</summary>
    protected IReadOnlyList<ProblemItemDto> Refusals { get; private set; } = [];

    /// <summary>It was read at least once.</summary>
    protected bool IsRead { get; private set; }

    /// <summary>What it shows isn't there any more, so nothing can be done with it.</summary>
    protected bool IsGone { get; private set; }

    /// <summary>The one operation that it shows; null when any change may matter.</summary>
    protected virtual Guid? Followed => null;

    /// <summary>What the view is of, as far as its parameters say: when it changes, the view is read anew.</summary>
    protected virtual string Subject => "";

    /// <summary>What the last reading brought: while it is the same object, nothing is drawn anew. Null draws after each reading.</summary>
    protected virtual object? Brought => null;

    /// <summary>Reads what is shown.</summary>
    protected abstract Task ReadAsync(Caller caller);

    /// <summary>Reads at once, for instance after something was changed here. One reading follows the other.</summary>
    protected Task ReadAgainAsync() => _reading = ReadAfterAsync(_reading);

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        if (Subject == _subject)
        {
            return Task.CompletedTask;
        }

        _subject = Subject;
        return _hasBegun ? ReadAgainAsync() : Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _hasBegun = true;
        using var follower = Followed is { } one ? Signals.Follow(one) : Signals.FollowAll();
        while (!Gone.IsCancellationRequested)
        {
            // Taken before the tables are read: a commit in between then ends the wait.
            var change = follower.NextChange;
            await ReadAgainAsync();
            await change.WaitAsync(ReadAgainAfter, Gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task FindAsync(Caller caller)
    {
        try
        {
            await ReadAsync(caller);
            IsGone = false;
        }
        catch (DarkroomException missing) when (missing.Errors.All(error => error.Definition.Status == NotFound))
        {
            IsGone = true;
            throw;
        }
    }

    private async Task ReadAfterAsync(Task before)
    {
        await before;
        var known = Brought;
        var refusals = await AskAsync(FindAsync);
        if (Gone.IsCancellationRequested)
        {
            return;
        }

        var isOld = IsRead && known is not null && ReferenceEquals(known, Brought) && refusals.Count == 0 && Refusals.Count == 0;
        (Refusals, IsRead) = (refusals, true);
        if (!isOld)
        {
            StateHasChanged();
        }
    }
}
