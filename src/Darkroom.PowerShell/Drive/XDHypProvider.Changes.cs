using Darkroom.Client.Http;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;

namespace Darkroom.PowerShell.Drive;

/// <summary>Makes, changes, renames and removes connections and hosting units. What lies below them is the cloud's and changed there.</summary>
public sealed partial class XDHypProvider
{
    private const string SecurityGroup = "SecurityGroup";

    protected override object NewItemDynamicParameters(string path, string itemTypeName, object newItemValue) =>
        IsSecurityGroup(path, itemTypeName) ? new NewSecurityGroupParameters()
        : RootOf(path) == PathRoot.HostingUnits ? new NewHostingUnitParameters()
        : new NewConnectionParameters();

    protected override object SetItemDynamicParameters(string path, object value) =>
        RootOf(path) == PathRoot.HostingUnits ? new HostingUnitParameters() : new SetConnectionParameters();

    protected override object RenameItemDynamicParameters(string path, string newName) => new ChangeParameters();

    protected override object RemoveItemDynamicParameters(string path, bool recurse) => new ChangeParameters();

    protected override void NewItem(string path, string itemTypeName, object newItemValue)
    {
        if (IsSecurityGroup(path, itemTypeName))
        {
            WriteError(Errors.ErrorRecords.From(DriveErrors.SecurityGroup.With(Shown(path)), Shown(path)));
            return;
        }

        Attempt(path, place =>
        {
            var name = NameOf(place, "made");
            var made = place.Root == PathRoot.Connections ? NewConnection(place, name) : NewHostingUnit(place, name);
            if (made is not null) Changed(made);
        });
    }

    protected override void SetItem(string path, object value) => Attempt(
        path,
        place =>
        {
            var name = DriveReader.NameOf(HeadOf(place, "changed"));
            var changed = place.Root == PathRoot.Connections ? SetConnection(place, name) : SetHostingUnit(place, name);
            if (changed is not null) Changed(changed);
        },
        DriveErrorNames.WhenUpdating);

    protected override void RenameItem(string path, string newName) => Attempt(
        path,
        place =>
        {
            var name = DriveReader.NameOf(HeadOf(place, "renamed"));
            if (!ShouldProcess(place.ToString(), $"Rename to '{newName}'")) return;
            Changed(Call(async (client, ct) => place.Root == PathRoot.Connections
                ? DriveItem.Of(await client.Connections.UpdateAsync(
                    name, new UpdateConnectionRequest { HypervisorConnectionName = newName }, Context, ct).ConfigureAwait(false))
                : DriveItem.Of(await client.HostingUnits.UpdateAsync(
                    name, new UpdateHostingUnitRequest { HostingUnitName = newName }, Context, ct).ConfigureAwait(false))));
        },
        DriveErrorNames.WhenUpdating);

    protected override void RemoveItem(string path, bool recurse) => Attempt(
        path,
        place =>
        {
            if (place.Head is null || place.Leaf is not null) throw DriveErrors.NotRemovable.With(place);
            if (!ShouldProcess(place.ToString(), place.Root == PathRoot.Connections ? "Remove hypervisor connection" : "Remove hosting unit")) return;
            var name = DriveReader.NameOf(place);
            Call(async (client, ct) =>
            {
                await (place.Root == PathRoot.Connections
                    ? client.Connections.RemoveAsync(name, Context, ct)
                    : client.HostingUnits.RemoveAsync(name, Context, ct)).ConfigureAwait(false);
                return true;
            });
            Cache.Clear();
        },
        DriveErrorNames.WhenRemoving);

    private RequestContext Context => new() { LoggingId = DynamicParameters is ChangeParameters { LoggingId: var id } && id != Guid.Empty ? id : null };

    private DriveItem? NewConnection(XDHypPath place, string name)
    {
        var given = DynamicParameters as NewConnectionParameters ?? new NewConnectionParameters();
        var request = ConnectionRequests.Create(name, given);
        return ShouldProcess(place.ToString(), "New hypervisor connection")
            ? DriveItem.Of(Call((client, ct) => client.Connections.CreateAsync(request, Context, ct)))
            : null;
    }

    private DriveItem? NewHostingUnit(XDHypPath place, string name)
    {
        var given = DynamicParameters as NewHostingUnitParameters ?? new NewHostingUnitParameters();
        var request = HostingUnitRequests.Create(name, given);
        foreach (var without in HostingUnitRequests.WithoutEffect(given)) WriteWarning(without);
        return ShouldProcess(place.ToString(), "New hosting unit") ? DriveItem.Of(Call((client, ct) => client.HostingUnits.CreateAsync(request, Context, ct))) : null;
    }

    private DriveItem? SetConnection(XDHypPath place, string name)
    {
        var request = ConnectionRequests.Update(name, DynamicParameters as SetConnectionParameters ?? new SetConnectionParameters());
        return ShouldProcess(place.ToString(), "Set hypervisor connection")
            ? DriveItem.Of(Call((client, ct) => client.Connections.UpdateAsync(name, request, Context, ct)))
            : null;
    }

    private DriveItem? SetHostingUnit(XDHypPath place, string name)
    {
        var request = HostingUnitRequests.Update(name, DynamicParameters as HostingUnitParameters ?? new HostingUnitParameters());
        return ShouldProcess(place.ToString(), "Set hosting unit") ? DriveItem.Of(Call((client, ct) => client.HostingUnits.UpdateAsync(name, request, Context, ct))) : null;
    }

    private void Changed(DriveItem item)
    {
        Cache.Clear();
        Write(item);
    }

    private static string NameOf(XDHypPath place, string done) => HeadOf(place, done).Head!.Name
        ?? throw DriveErrors.NameInvalid.With(place.Head, "a uid in braces isn't a name.");

    private static XDHypPath HeadOf(XDHypPath place, string done) =>
        place is { Head: not null, Leaf: null } ? place : throw DriveErrors.NotHere.With(place, done);

    private static bool IsSecurityGroup(string path, string? itemTypeName) =>
        string.Equals(itemTypeName, SecurityGroup, StringComparison.OrdinalIgnoreCase)
        || DriveText.Leaf(path).EndsWith("." + ItemType.SecurityGroup.Suffix(), StringComparison.OrdinalIgnoreCase);

    private static PathRoot? RootOf(string path) =>
        DriveText.Split(path) is [var first, ..] && Enum.TryParse<PathRoot>(first, ignoreCase: true, out var root) ? root : null;
}
