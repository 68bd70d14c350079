using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Provider;
using Darkroom.Contracts.Paths;

namespace Darkroom.PowerShell.Drive;

/// <summary>
/// The drive <c>XDHyp:</c>: connections, hosting units, and what lies in the cloud below them. Its name is the documented one (cmdlet reference), and so is
/// what it can do: filters and credentials of the engine's own are refused by the engine. This file reads; the other changes.
/// </summary>
[CmdletProvider("Citrix.Hypervisor", ProviderCapabilities.ShouldProcess)]
[OutputType(typeof(DriveFolder), typeof(HypervisorConnection), typeof(HostingUnit), typeof(HypervisorObject), ProviderCmdlet = "Get-Item")]
[OutputType(typeof(DriveFolder), typeof(HypervisorConnection), typeof(HostingUnit), typeof(HypervisorObject), ProviderCmdlet = "Get-ChildItem")]
[OutputType(typeof(HypervisorConnection), typeof(HostingUnit), ProviderCmdlet = "New-Item")]
public sealed partial class XDHypProvider : ServerProvider
{
    /// <summary>The drive is there without a server: none is asked before something on it is looked at.</summary>
    protected override Collection<PSDriveInfo> InitializeDefaultDrives() =>
        [new PSDriveInfo(XDHypPath.DriveName.TrimEnd(':'), ProviderInfo, "", "Hypervisor connections and hosting units", null)];

    protected override object GetItemDynamicParameters(string path) => new ServerParameters();

    protected override object GetChildItemsDynamicParameters(string path, bool recurse) => new ServerParameters();

    protected override object GetChildNamesDynamicParameters(string path) => new ServerParameters();

    protected override object ItemExistsDynamicParameters(string path) => new ServerParameters();

    protected override bool ItemExists(string path) => XDHypPath.TryParseInDrive(path, out var place, out _) && Exists(place, out _);

    protected override bool IsItemContainer(string path) =>
        XDHypPath.TryParseInDrive(path, out var place, out _) && Exists(place, out var item) && (item?.IsContainer ?? MayContain(place));

    /// <summary>
    /// What the engine asks before it looks for names below, so a place that may have some will do. Removing a connection or hosting unit removes nothing that
    /// lies below it in the cloud; with true, the engine would ask whether all that should go as well.
    /// </summary>
    protected override bool HasChildItems(string path) =>
        XDHypPath.TryParseInDrive(path, out var place, out _) && MayContain(place) && (place.Head is null || DynamicParameters is not RemoveParameters);

    protected override void GetItem(string path) => Attempt(path, place =>
    {
        var item = Cache.TakeUnshown(place, Force);
        if (item is null)
        {
            item = Read(place);
            Cache.Put(item, Force, place, shown: true);
        }

        Write(item);
    });

    protected override void GetChildItems(string path, bool recurse) => GetChildItems(path, recurse, uint.MaxValue);

    protected override void GetChildItems(string path, bool recurse, uint depth) => Attempt(path, place =>
    {
        var containers = new List<DriveItem>();
        ForEachChild(place, item =>
        {
            Write(item, shown: true);
            if (recurse && depth > 0 && item.IsContainer) containers.Add(item);
        });
        foreach (var container in containers) GetChildItems(container.Place.ToString(), recurse, depth - 1);
    });

    protected override void GetChildNames(string path, ReturnContainers returnContainers) => Attempt(path, place => ForEachChild(place, item =>
    {
        Cache.Put(item, Force);
        WriteItemObject(item.ChildName, item.Place.ToString(), item.IsContainer);
    }));

    private DriveItem Read(XDHypPath place) => Call((client, ct) => new DriveReader(client).ItemAsync(place, Force, ct));

    private void ForEachChild(XDHypPath place, Action<DriveItem> work)
    {
        string? token = null;
        do
        {
            var page = Call((client, ct) => new DriveReader(client).ChildrenAsync(place, Force, token, ct));
            foreach (var item in page.Items)
            {
                if (Stopping) return;
                work(item);
            }

            token = page.NextPageToken;
        }
        while (token is not null && !Stopping);
    }

    /// <summary>Whether there is something at a place. What can't be looked at may well be there: the command that shows it then says why it can't.</summary>
    private bool Exists(XDHypPath place, out DriveItem? item)
    {
        if (Cache.Knows(place, Force, out item) is { } known) return known;
        var (found, exists) = Ask<(DriveItem?, bool)>(
            () => (Read(place), true), refused => (null, refused is not ({ Status: 404 } or { Code: "PathWrongType" })));
        item = found;
        if (found is not null) Cache.Put(found, Force, place);
        else if (!exists) Cache.PutMissing(place, Force);
        return exists;
    }

    private static bool MayContain(XDHypPath place) =>
        place.Leaf is not { } leaf || leaf.Type is ItemType.VirtualPrivateCloud or ItemType.AvailabilityZone or ItemType.LaunchTemplate;

    private void Write(DriveItem item, bool shown = false)
    {
        if (shown) Cache.Put(item, Force, shown: true);
        WriteItemObject(item.Shown, item.Place.ToString(), item.IsContainer);
    }
}
