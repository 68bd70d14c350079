namespace Darkroom.Simulator.Control;

/// <summary>One call as the simulator saw it.</summary>
/// <param name="Sequence">Its number, from 1.</param>
/// <param name="Time">The simulated time it was answered.</param>
/// <param name="AccountId">The caller's account, or null when the caller wasn't recognised.</param>
/// <param name="Region">The Region it was signed for.</param>
/// <param name="Principal">The caller's name: a user's, or a role's and session's.</param>
/// <param name="Service">The service, for example <c>ec2</c>.</param>
/// <param name="Action">The call, for example <c>RunInstances</c>.</param>
/// <param name="Parameters">The request's parameters; user data is left out.</param>
/// <param name="Outcome"><c>OK</c>, or AWS's error code, or <c>dropped</c> when a fault closed the connection.</param>
/// <param name="Status">The HTTP status, or 0 when the connection was closed.</param>
/// <param name="RequestId">The request id of the answer.</param>
public sealed record JournalEntry(
    long Sequence, DateTimeOffset Time, string? AccountId, string? Region, string? Principal, string Service, string Action,
    IReadOnlyDictionary<string, string> Parameters, string Outcome, int Status, string RequestId);

/// <summary>The calls made so far, oldest first; the newest 100,000 are kept.</summary>
public sealed class Journal
{
    private const int Kept = 100_000;
    private readonly Lock gate = new();
    private readonly Queue<JournalEntry> entries = new();
    private long last;

    /// <summary>The newest call's number, 0 before the first.</summary>
    public long LastSequence
    {
        get
        {
            lock (gate)
                return last;
        }
    }

    /// <summary>The calls after a number.</summary>
    /// <param name="since">The number of the last call already known; 0 for all.</param>
    public IReadOnlyList<JournalEntry> Read(long since = 0)
    {
        lock (gate)
            return [.. entries.Where(entry => entry.Sequence > since)];
    }

    internal void Add(JournalEntry entry)
    {
        lock (gate)
        {
            entries.Enqueue(entry with { Sequence = ++last });
            if (entries.Count > Kept)
                entries.Dequeue();
        }
    }
}
