using Darkroom.Client;
using Darkroom.Contracts.Paths;
using Darkroom.Contracts.Problems;

namespace Darkroom.PowerShell.Drive;

/// <summary>Asks the server for what lies on the drive: one request for an item, one for a page of a listing.</summary>
internal sealed class DriveReader(DarkroomClient client)
{
    /// <summary>As many as the server gives at once.</summary>
    private const int PageSize = 1000;

    /// <summary>The connection, the hosting unit or the item at a place.</summary>
    /// <exception cref="Client.Http.DarkroomProblemException">There is none, or the server can't say.</exception>
    public async Task<DriveItem> ItemAsync(XDHypPath place, bool force, CancellationToken ct) => place switch
    {
        { Leaf: not null } => DriveItem.Of(await InventoryOf(place).GetAsync(place.ToString(), force: force ? true : null, ct: ct).ConfigureAwait(false)),
        { Root: PathRoot.Connections } => DriveItem.Of(await client.Connections.GetAsync(NameOf(place), ct).ConfigureAwait(false)),
        _ => DriveItem.Of(await client.HostingUnits.GetAsync(NameOf(place), ct).ConfigureAwait(false)),
    };

    /// <summary>A page of what lies one below a place, a root at least.</summary>
    /// <exception cref="Client.Http.DarkroomProblemException">There is no such place, or the server can't say.</exception>
    public Task<Page<DriveItem>> ChildrenAsync(XDHypPath place, bool force, string? pageToken, CancellationToken ct) => place switch
    {
        { Head: not null } => Items(
            InventoryOf(place).ListAsync(
                place.Leaf is null ? null : place.ToString(), force: force ? true : null, pageSize: PageSize, pageToken: pageToken, ct: ct),
            DriveItem.Of),
        { Root: PathRoot.Connections } => Items(client.Connections.ListAsync(pageSize: PageSize, pageToken: pageToken, ct: ct), DriveItem.Of),
        _ => Items(client.HostingUnits.ListAsync(pageSize: PageSize, pageToken: pageToken, ct: ct), DriveItem.Of),
    };

    private Client.Hosting.InventoryClient InventoryOf(XDHypPath place) =>
        place.Root == PathRoot.Connections ? client.Connections.Inventory(NameOf(place)) : client.HostingUnits.Inventory(NameOf(place));

    /// <summary>The head's name or uid as the API takes it.</summary>
    public static string NameOf(XDHypPath place) => place.Head!.Uid?.ToString() ?? place.Head.Name!;

    private static async Task<Page<DriveItem>> Items<T>(Task<Page<T>> read, Func<T, DriveItem> shown)
    {
        var page = await read.ConfigureAwait(false);
        return new Page<DriveItem>([.. page.Items.Select(shown)], page.NextPageToken);
    }
}
