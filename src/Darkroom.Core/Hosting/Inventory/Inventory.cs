using Darkroom.Contracts.Paths;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Finds and lists what lies in the cloud below connections and hosting units.</summary>
public sealed class Inventory(InventoryReader reader)
{
    /// <summary>
    /// The thing that a path names in a hosting unit. The path may be absolute, relative to the unit, or below the unit's connection; of a service
    /// offering its bare name or id will do where nothing else is allowed.
    /// </summary>
    /// <param name="allowed">Kinds that will do.</param>
    /// <param name="field">The input member that errors are about.</param>
    /// <exception cref="DarkroomException">
    /// HypervisorInMaintenanceMode, InputPathInvalid, PathNotInHostingUnit, PathWrongType, InventoryItemNotFound, PathAmbiguous, or what the cloud said.
    /// </exception>
    public Task<InventoryItem> ResolveAsync(
        HypervisorConnection connection, HostingUnit unit, string path, IReadOnlyCollection<CloudItemKind> allowed, string field, CancellationToken ct) =>
        ResolveAsync(InventoryLevel.Of(connection, unit), path, allowed, field, new InventoryView(), ct);

    /// <summary>The thing that a path names below a connection.</summary>
    /// <exception cref="DarkroomException">As in a hosting unit, with PathNotInConnection.</exception>
    public Task<InventoryItem> ResolveAsync(
        HypervisorConnection connection, string path, IReadOnlyCollection<CloudItemKind> allowed, string field, CancellationToken ct) =>
        ResolveAsync(InventoryLevel.Of(connection), path, allowed, field, new InventoryView(), ct);

    internal async Task<InventoryItem> ResolveAsync(
        InventoryLevel top, string path, IReadOnlyCollection<CloudItemKind> allowed, string field, InventoryView view, CancellationToken ct)
    {
        ConnectionIsNotInMaintenance.Check(top.Connection);
        var nodes = InventoryPath.Read(top, path, allowed, field);
        if (!allowed.Contains(ItemNode.KindOf(nodes[^1].Type)))
        {
            throw WrongType(nodes[^1], allowed, field);
        }

        var (_, item) = await WalkAsync(top, nodes, field, view, ct);
        return item!;
    }

    /// <summary>A zone whose path begins at the connection or at the VPC, or is its bare name.</summary>
    /// <exception cref="DarkroomException">As below a connection.</exception>
    internal async Task<InventoryItem> ResolveZoneAsync(
        HypervisorConnection connection, InventoryItem vpc, string path, string field, CancellationToken ct)
    {
        var top = InventoryLevel.Of(connection);
        var nodes = InventoryPath.Read(top, path, [CloudItemKind.AvailabilityZone], field);
        var (_, zone) = await WalkAsync(top, nodes is [var only] ? [vpc.FullPath.Leaf!, only] : nodes, field, new InventoryView(), ct);
        return zone!;
    }

    /// <summary>What lies at a place, by kind and name. Below what holds nothing there is nothing.</summary>
    /// <param name="only">The one kind to read; null reads all that lie there.</param>
    internal async Task<IReadOnlyList<InventoryItem>> ListAsync(
        InventoryLevel top, string? path, CloudItemKind? only, string field, InventoryView view, CancellationToken ct)
    {
        ConnectionIsNotInMaintenance.Check(top.Connection);
        var (level, _) = await WalkAsync(top, InventoryPath.ReadContainer(top, path, field), field, view with { Fresh = false }, ct);
        var items = new List<InventoryItem>();
        foreach (var kind in level.Kinds.Where(kind => only is null || kind == only).Order())
        {
            var things = await ThingsAsync(level, level.QueryFor(kind), view, ct);
            items.AddRange(things.Items
                .Select(thing => level.Item(thing, ItemNode.Of(thing, things.Items)))
                .OrderBy(InventoryOrder.KeyOf, InventoryOrder.Instance));
        }

        return items;
    }

    private async Task<(InventoryLevel Level, InventoryItem? Item)> WalkAsync(
        InventoryLevel top, IReadOnlyList<PathNode> nodes, string field, InventoryView view, CancellationToken ct)
    {
        var level = top;
        InventoryItem? item = null;
        foreach (var node in nodes)
        {
            if (!level.Kinds.Contains(ItemNode.KindOf(node.Type)))
            {
                throw WrongType(node, level.Kinds, field);
            }

            item = await FindAsync(level, node, field, view, ct);
            level = level.Into(item);
        }

        return (level, item);
    }

    private async Task<InventoryItem> FindAsync(InventoryLevel level, PathNode node, string field, InventoryView view, CancellationToken ct)
    {
        var kind = ItemNode.KindOf(node.Type);
        var query = level.QueryFor(kind);
        if (IdIn(node) is { } id && ItemNode.HasOwnId(kind) && await FindOneAsync(level, query with { Id = id }, node, field, view, ct) is { } byId)
        {
            return byId;
        }

        return (node.Id is null || !ItemNode.HasOwnId(kind) ? await FindOneAsync(level, query, node, field, view, ct) : null)
            ?? throw InventoryErrors.ItemNotFound.With(Input.Excerpt(node.ToString()), level.Shown).On(field).AsException();
    }

    private async Task<InventoryItem?> FindOneAsync(
        InventoryLevel level, InventoryQuery query, PathNode node, string field, InventoryView view, CancellationToken ct)
    {
        var (found, isFresh) = await MatchesAsync(level, query, node, view, ct);
        if (found.Count == 0 && !isFresh)
        {
            (found, _) = await MatchesAsync(level, query, node, view with { Fresh = true }, ct);
        }

        return found.Count > 1
            ? throw InventoryErrors.PathAmbiguous.With(Input.Excerpt(node.ToString()), string.Join(", ", found.Select(item => item.Id))).On(field).AsException()
            : found.SingleOrDefault();
    }

    private async Task<(List<InventoryItem> Found, bool IsFresh)> MatchesAsync(
        InventoryLevel level, InventoryQuery query, PathNode node, InventoryView view, CancellationToken ct)
    {
        var things = await ThingsAsync(level, query, view, ct);
        var items = things.Items.Select(thing => level.Item(thing, ItemNode.Of(thing, things.Items)));
        return ([.. items.Where(item => ItemNode.Means(node, item.CloudItem, item.FullPath.Leaf!))], things.IsFresh);
    }

    private async Task<InventoryReading> ThingsAsync(InventoryLevel level, InventoryQuery query, InventoryView view, CancellationToken ct)
    {
        var reading = await reader.ReadAsync(level.Connection, query, view.Fresh, ct);
        return reading with { Items = [.. reading.Items.Where(item => level.Holds(item, view.Force))] };
    }

    // Paths ignore case, clouds don't: their ids are in lower case.
    private static string? IdIn(PathNode node) => (node.Id ?? (node.Type.IsLabelId(node.Name) ? node.Name : null))?.ToLowerInvariant();

    private static DarkroomException WrongType(PathNode node, IEnumerable<CloudItemKind> expected, string field) =>
        InventoryErrors.PathWrongType.With(
            node.Type.Suffix(), Input.Excerpt(node.ToString()), string.Join(", ", expected.Select(kind => ItemNode.TypeOf(kind).Suffix())))
            .On(field).AsException();
}

/// <summary>How inventory is looked at.</summary>
/// <param name="Fresh">Take no cached list.</param>
/// <param name="Force">Show the machines that Darkroom made itself as well.</param>
internal sealed record InventoryView(bool Fresh = false, bool Force = false);
