using System.Runtime.CompilerServices;
using Darkroom.Client;
using Darkroom.Client.Http;
using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Sessions;
using Darkroom.PowerShell.Tasks;

namespace Darkroom.PowerShell.Waiting;

/// <summary>
/// Waits for an operation's end. Its log is read as it grows; when it falls silent the server is asked how the operation stands, which also shows whether
/// the server is there at all. A server that doesn't answer is asked again for a while, since it may be starting anew: the operation outlives that.
/// </summary>
/// <param name="connect">The client for the server as it is known now: one that was started again may have another address.</param>
internal sealed class OperationWatch(Guid operationId, Func<DarkroomClient> connect, UserClock clock)
{
    /// <summary>How long a server may be away: enough for an update with its migrations.</summary>
    private static readonly TimeSpan Absence = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);

    private long _after;

    /// <summary>Everything until the operation is ended or held; the last is how it stands then.</summary>
    /// <exception cref="ModuleException">ServerNotAnswering.</exception>
    /// <exception cref="DarkroomProblemException">The operation's record was removed, or the token isn't taken any more.</exception>
    public async IAsyncEnumerable<Sighting> WatchAsync([EnumeratorCancellation] CancellationToken ct)
    {
        DateTimeOffset? since = null;
        while (true)
        {
            if (await AskAsync(ct).ConfigureAwait(false) is { } operation)
            {
                since = null;
                yield return new Sighting.Read(operation);
                if (!operation.State.IsActive())
                {
                    yield break;
                }

                await foreach (var line in UntilSilentAsync(ct).ConfigureAwait(false))
                {
                    yield return new Sighting.Logged(line);
                }
            }
            else
            {
                since ??= clock.Now;
                var until = since.Value + Absence;
                if (clock.Now > until)
                {
                    throw WaitErrors.ServerGone.With(operationId, Absence.TotalMinutes);
                }

                yield return new Sighting.Unanswered(since.Value, until);
                await clock.WaitAsync(AskAgainAfter, ct).ConfigureAwait(false);
            }
        }
    }

    private async Task<OperationDto?> AskAsync(CancellationToken ct)
    {
        using var patience = clock.Patience(AnswerWithin);
        await using var stopped = ct.Register(patience.Cancel);
        try
        {
            return await connect().Operations.GetAsync(operationId, patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && IsAbsence(e))
        {
            return null;
        }
    }

    private async IAsyncEnumerable<OperationEventDto> UntilSilentAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var patience = clock.Patience(Silence);
        await using var stopped = ct.Register(patience.Cancel);
        await using var lines = connect().Operations.FollowAsync(operationId, _after, patience.Token).GetAsyncEnumerator(patience.Token);
        while (await MovesAsync(lines, ct).ConfigureAwait(false))
        {
            _after = lines.Current.Sequence;
            yield return lines.Current;
            patience.CancelAfter(Silence);
        }
    }

    private static async Task<bool> MovesAsync(IAsyncEnumerator<OperationEventDto> lines, CancellationToken ct)
    {
        try
        {
            return await lines.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && IsAbsence(e))
        {
            return false;
        }
    }

    /// <summary>The server is away, too busy, or took too long: none of it says anything about the operation.</summary>
    private static bool IsAbsence(Exception failure) => failure is
        HttpRequestException { HttpRequestError: not HttpRequestError.SecureConnectionError }
        or IOException or OperationCanceledException or DarkroomProblemException { IsPassing: true };
}
