using Darkroom.Contracts.Images;

namespace Darkroom.Core.Images.Guest;

/// <summary>
/// What one preparation's guest has said so far, read from the text of its console. The console is noisy and short: lines come torn, twice, between
/// the kernel's, and the oldest are lost after 64 KB. So a report grows from one reading to the next and nothing in it depends on order.
/// </summary>
public sealed class GuestReport
{
    /// <summary>The report of a guest that has said nothing.</summary>
    public static readonly GuestReport Empty = new([]);

    private GuestReport(IReadOnlyList<GuestEvent> events) => Events = events;

    /// <summary>Each event once, in the order of first appearance. When a guest reported twice, the later word counts.</summary>
    public IReadOnlyList<GuestEvent> Events { get; }

    /// <summary>The operating system whose script ran; null until it has begun.</summary>
    public OsType? Os => Events.OfType<GuestBegan>().FirstOrDefault()?.Os;

    /// <summary>Whether the guest has said its last line.</summary>
    public bool IsComplete => Events.OfType<GuestEnded>().Any();

    /// <summary>The steps that have ended.</summary>
    public IEnumerable<GuestStepEnded> Steps => Events.OfType<GuestStepEnded>();

    /// <summary>The value of a fact, or null while it hasn't been said.</summary>
    public string? this[GuestFactName name] => Events.OfType<GuestFact>().FirstOrDefault(fact => fact.Name == name)?.Value;

    /// <summary>Reads a console.</summary>
    public static GuestReport Read(string console, GuestNonce nonce) => Empty.ReadOn(console, nonce);

    /// <summary>This report, and what a later reading of the same console adds to it.</summary>
    public GuestReport ReadOn(string console, GuestNonce nonce)
    {
        ArgumentNullException.ThrowIfNull(console);
        var events = Events.ToList();
        var mark = $"darkroom {nonce.Value} ";
        foreach (var line in console.AsSpan().EnumerateLines())
        {
            // A torn line may have a whole one glued to it, so every mark counts.
            var rest = line;
            for (var at = rest.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = rest.IndexOf(mark, StringComparison.Ordinal))
            {
                rest = rest[(at + mark.Length)..];
                if (GuestLine.Read(rest) is { } read) Add(events, read);
            }
        }

        return new GuestReport(events);
    }

    private static void Add(List<GuestEvent> events, GuestEvent read)
    {
        var known = events.FindIndex(e => e.Key == read.Key);
        if (known < 0) events.Add(read);
        else events[known] = read;
    }
}
