using System.Runtime.CompilerServices;
using Darkroom.Client;
using Darkroom.Contracts.Paths;
using Darkroom.Contracts.Problems;

namespace Darkroom.PowerShell.Drive;

/// <summary>
/// What was read a moment ago, so that the engine's questions whether something exists don't each become a request. A command that shows an item gets
/// what such a question has just read, but only once: the next one asks the server again.
/// </summary>
/// <remarks>A runspace has a client of its own for each server, and the cache goes with the client.</remarks>
internal sealed class DriveCache(TimeProvider time)
{
    /// <summary>How long something is taken to exist after it was seen.</summary>
    public static readonly TimeSpan Seen = TimeSpan.FromSeconds(5);

    /// <summary>How long something is taken to be missing, and how old an item may be when it is shown: about one command's time.</summary>
    public static readonly TimeSpan OneCommand = TimeSpan.FromSeconds(1);

    private const int MostEntries = 20_000;

    private static readonly ConditionalWeakTable<DarkroomClient, DriveCache> Caches = [];

    private readonly Dictionary<(XDHypPath Place, bool Force), Entry> _entries = [];
    private readonly Dictionary<(XDHypPath Place, bool Force), (Page<DriveItem> Page, bool OfNames, long ReadAt)> _listings = [];

    public static DriveCache Of(DarkroomClient client) => Caches.GetValue(client, _ => new DriveCache(TimeProvider.System));

    /// <summary>Whether something is known to exist or to be missing; null when the server has to be asked.</summary>
    public bool? Knows(XDHypPath place, bool force, out DriveItem? item)
    {
        var entry = Find(place, force);
        item = entry?.Item;
        return entry is null or { IsUnclear: true } ? null : item is not null || entry.IsListed;
    }

    /// <summary>Whether the server couldn't say just now if there is something at a place.</summary>
    public bool IsUnclear(XDHypPath place, bool force) => Find(place, force) is { IsUnclear: true };

    /// <summary>The item if it was read just now and hasn't been shown since.</summary>
    public DriveItem? TakeUnshown(XDHypPath place, bool force)
    {
        if (Find(place, force) is not { Item: { } item, Shown: false } entry || Age(entry) > OneCommand) return null;
        entry.Shown = true;
        return item;
    }

    /// <summary>Keeps an item that was read.</summary>
    /// <param name="asked">The place as it was asked for, which may be written otherwise than the item's own.</param>
    public void Put(DriveItem item, bool force, XDHypPath? asked = null, bool shown = false)
    {
        Prune();
        var entry = new Entry(item, time.GetTimestamp()) { Shown = shown };
        _entries[(item.Place, force)] = entry;
        if (asked is not null) _entries[(asked, force)] = entry;
        if (item is { Uid: { } uid, Place.Root: { } root }) _entries[(XDHypPath.Of(root, PathHead.Of(uid)), force)] = entry;
    }

    /// <summary>Keeps that there is nothing at a place.</summary>
    public void PutMissing(XDHypPath place, bool force) => _entries[(place, force)] = new Entry(null, time.GetTimestamp());

    /// <summary>Keeps that the server couldn't say if there is something at a place.</summary>
    public void PutUnclear(XDHypPath place, bool force) => _entries[(place, force)] = new Entry(null, time.GetTimestamp()) { IsUnclear = true };

    /// <summary>Keeps the first page of what lies below a place, for one command and one use, and that the place is there.</summary>
    /// <param name="ofNames">It was read to resolve a path, which commands do that show nothing.</param>
    public void PutListing(XDHypPath place, bool force, Page<DriveItem> page, bool ofNames)
    {
        _listings[(place, force)] = (page, ofNames, time.GetTimestamp());
        if (Find(place, force)?.Item is null) _entries[(place, force)] = new Entry(null, time.GetTimestamp()) { IsListed = true };
    }

    /// <summary>The first page of what was listed at a place just now, if nobody has taken it yet.</summary>
    /// <param name="ofNames">Only names are wanted, so what was read to resolve a path will do.</param>
    public Page<DriveItem>? TakeListing(XDHypPath place, bool force, bool ofNames) =>
        _listings.Remove((place, force), out var listing) && (ofNames || !listing.OfNames) && time.GetElapsedTime(listing.ReadAt) <= OneCommand
            ? listing.Page
            : null;

    /// <summary>Forgets everything, after a change.</summary>
    public void Clear()
    {
        _entries.Clear();
        _listings.Clear();
    }

    private Entry? Find(XDHypPath place, bool force) =>
        _entries.TryGetValue((place, force), out var entry) && IsFresh(entry) ? entry : null;

    private bool IsFresh(Entry entry) => Age(entry) <= (entry.Item is null && !entry.IsListed ? OneCommand : Seen);

    private TimeSpan Age(Entry entry) => time.GetElapsedTime(entry.ReadAt);

    private void Prune()
    {
        if (_entries.Count < MostEntries) return;
        foreach (var old in _entries.Where(pair => !IsFresh(pair.Value)).Select(pair => pair.Key).ToList()) _entries.Remove(old);
    }

    private sealed record Entry(DriveItem? Item, long ReadAt)
    {
        public bool Shown { get; set; }

        public bool IsUnclear { get; init; }

        /// <summary>Something lies there, of which only what is below it was read.</summary>
        public bool IsListed { get; init; }
    }
}
