using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Provider;
using Darkroom.Client.Http;
using Darkroom.Contracts.Paths;
using Darkroom.Contracts.Problems;
using Darkroom.PowerShell.Errors;

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

    protected override object GetChildItemsDynamicParameters(string path, bool recurse) => new ListingParameters();

    protected override object GetChildNamesDynamicParameters(string path) => new ListingParameters();

    protected override object ItemExistsDynamicParameters(string path) => new ExistsParameters();

    protected override bool ItemExists(string path) => DrivePlace.TryParse(path, out var place, out _) && Exists(path, place, out _);

    protected override bool IsItemContainer(string path) =>
        DrivePlace.TryParse(path, out var place, out _) && Exists(path, place, out var item) && (item?.IsContainer ?? MayContain(place));

    /// <summary>
    /// Where the engine walks along a path with wildcards, a place that may have something below it will do. Where it asks out of the blue, something is to be
    /// removed, and with true it would ask whether all that lies below should go as well: none of it will.
    /// </summary>
    protected override bool HasChildItems(string path) => IsWalking && DrivePlace.TryParse(path, out var place, out _) && MayContain(place);

    protected override void GetItem(string path) => Attempt(path, place =>
    {
        var item = place.Head is null ? DriveItem.Folder(place) : Cache.TakeUnshown(place, Force);
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
        ForEachChild(place, ofNames: false, item =>
        {
            Keep(item, shown: true);
            Write(item);
            if (recurse && depth > 0 && item.IsContainer) containers.Add(item);
        });
        foreach (var container in containers) GetChildItems(container.Place.ToString(), recurse, depth - 1);
    });

    /// <summary>
    /// A path with wildcards is resolved before a command knows which parameters there are besides its own, such as the server's address. What is written then
    /// is dropped, and what is thrown keeps the command from its parameters. So the path stands for itself there, and the command says what is wrong.
    /// </summary>
    protected override void GetChildNames(string path, ReturnContainers returnContainers)
    {
        try
        {
            WriteChildNames(path);
        }
        catch (ServerFailureException e) when (DynamicParameters is null)
        {
            WriteError(e.ToBeWritten);
            if (Pattern is not null) WriteItemObject(Pattern, MakePath(path, Pattern), isContainer: true);
        }
    }

    private void WriteChildNames(string path) => Attempt(path, place =>
    {
        var items = new List<DriveItem>();
        ForEachChild(place, ofNames: true, item =>
        {
            items.Add(item);
            Keep(item);
            WriteName(item);
        });

        // A path with wildcards is resolved twice by one command: for its dynamic parameters, and then with them.
        if (DynamicParameters is null && place.Root is not null && !Stopping) Cache.PutListing(place, Force, new Page<DriveItem>(items, null), ofNames: true);
    });

    private void ForEachChild(XDHypPath place, bool ofNames, Action<DriveItem> work)
    {
        // Where separators inside of names aren't clear, the engine's last question has cleared them.
        if (DrivePlace.Otherwise(place) is not null && Exists(place.ToString(), place, out var meant)) place = meant?.Place ?? place;
        if (place.Root is null)
        {
            foreach (var root in Enum.GetValues<PathRoot>()) work(DriveItem.Folder(XDHypPath.Of(root)));
            return;
        }

        var page = (DynamicParameters is null ? null : Cache.TakeListing(place, Force, ofNames)) ?? Page(place, null);
        while (true)
        {
            foreach (var item in page.Items)
            {
                if (Stopping) return;
                work(item);
            }

            if (page.NextPageToken is null || Stopping) return;
            page = Page(place, page.NextPageToken);
        }
    }

    private Page<DriveItem> Page(XDHypPath place, string? token) => Call((client, ct) => new DriveReader(client).ChildrenAsync(place, Force, token, ct));

    /// <summary>
    /// Whether there is something at a place. The engine drops what is thrown here. So where the question is a command's first one, what can't be looked
    /// at is taken to be there: the command then says why it can't. Where the question is all that was asked, the reason is written and the answer is no.
    /// </summary>
    private bool Exists(string path, XDHypPath place, out DriveItem? item)
    {
        item = place.Head is null ? DriveItem.Folder(place) : null;
        if (item is not null) return true;
        var isFirstOfMore = DynamicParameters is ServerParameters and not ExistsParameters;
        try
        {
            return Cache.Knows(place, Force, out item) ?? ((isFirstOfMore && Cache.IsUnclear(place, Force)) || IsSeen(place, out item));
        }
        catch (Exception e) when (Explain(e, path) is { } failure)
        {
            if (!isFirstOfMore) WriteError(failure.Record);
            else if (IsConnected) Cache.PutUnclear(place, Force);
            return isFirstOfMore;
        }
    }

    /// <summary>A command that lists a place asks for the listing at once, and shows what it then has.</summary>
    private bool IsSeen(XDHypPath place, out DriveItem? item)
    {
        item = null;
        return DynamicParameters is ListingParameters && MayContain(place) && DrivePlace.Otherwise(place) is null ? IsListed(place) : IsThere(place, out item);
    }

    private bool IsListed(XDHypPath place)
    {
        try
        {
            Cache.PutListing(place, Force, Page(place, null), ofNames: false);
            return true;
        }
        catch (DarkroomProblemException e) when (IsMissing(e))
        {
            Cache.PutMissing(place, Force);
            return false;
        }
    }

    private bool IsThere(XDHypPath place, [NotNullWhen(true)] out DriveItem? item)
    {
        try
        {
            item = Read(place);
            Cache.Put(item, Force, place);
            return true;
        }
        catch (DarkroomProblemException e) when (IsMissing(e))
        {
            Cache.PutMissing(place, Force);
            item = null;
            return false;
        }
    }

    private DriveItem Read(XDHypPath place)
    {
        try
        {
            return ReadAt(place);
        }
        catch (DarkroomProblemException e) when (IsMissing(e) && DrivePlace.Otherwise(place) is not null)
        {
            return ReadAt(DrivePlace.Otherwise(place)!);
        }
    }

    private DriveItem ReadAt(XDHypPath place) => Call((client, ct) => new DriveReader(client).ItemAsync(place, Force, ct));

    private static bool IsMissing(DarkroomProblemException refused) => refused is { Status: 404 } or { Code: "PathWrongType" };

    private static bool MayContain(XDHypPath place) =>
        place.Leaf is not { } leaf || leaf.Type is ItemType.VirtualPrivateCloud or ItemType.AvailabilityZone or ItemType.LaunchTemplate;

    private void Keep(DriveItem item, bool shown = false)
    {
        if (item.Place.Head is not null) Cache.Put(item, Force, shown: shown);
    }

    private void Write(DriveItem item) => WriteItemObject(item.Shown, item.Place.ToString(), item.IsContainer);

    private void WriteName(DriveItem item) => WriteItemObject(item.ChildName, item.Place.ToString(), item.IsContainer);
}
