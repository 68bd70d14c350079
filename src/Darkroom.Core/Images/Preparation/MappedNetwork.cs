using System.Globalization;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Preparation;

/// <summary>What a network mapping's paths come to in a hosting unit: the subnets that were found, and everything that is wrong.</summary>
/// <param name="SubnetIds">By NIC index; of NICs that something is wrong with there is none.</param>
/// <param name="Refusals">By NIC, as the mapping has it.</param>
internal sealed record MappedNetwork(IReadOnlyList<string> SubnetIds, IReadOnlyList<(string Nic, DarkroomException Refusal)> Refusals)
{
    private const string Field = "networkMapping";

    public static async Task<MappedNetwork> ResolveAsync(
        Inventory inventory, HypervisorConnection connection, HostingUnit unit, IReadOnlyDictionary<string, string> mapping, CancellationToken ct)
    {
        var (subnets, refusals) = (new List<string>(), Misnumbered(mapping).ToList());
        foreach (var (nic, path) in InOrder(mapping))
        {
            try
            {
                subnets.Add(await SubnetAsync(inventory, connection, unit, path, ct));
            }
            catch (DarkroomException e)
            {
                refusals.Add((nic, e));
            }
        }

        return new MappedNetwork(subnets, refusals);
    }

    /// <summary>By the numbers of the NICs, however the mapping was sent.</summary>
    public static IEnumerable<KeyValuePair<string, string>> InOrder(IReadOnlyDictionary<string, string> mapping) =>
        mapping.OrderBy(nic => nic.Key.Length).ThenBy(nic => nic.Key, StringComparer.Ordinal);

    /// <summary>The subnets' ids, by NIC index.</summary>
    /// <exception cref="DarkroomException">Everything that is wrong, each once.</exception>
    public IReadOnlyList<string> Require() => Refusals switch
    {
        [] => SubnetIds,
        [var (_, only)] => throw only,
        [var (_, first), ..] => throw new DarkroomException([.. Refusals.SelectMany(refused => refused.Refusal.Errors).DistinctBy(error => error.Message)], first.InnerException),
    };

    // NICs are numbered from 0 on without a gap, so that there are as many wrong numbers as missing ones.
    private static IEnumerable<(string Nic, DarkroomException Refusal)> Misnumbered(IReadOnlyDictionary<string, string> mapping)
    {
        string[] expected = [.. Enumerable.Range(0, mapping.Count).Select(nic => nic.ToString(CultureInfo.InvariantCulture))];
        return mapping.Keys.Except(expected).Zip(expected.Except(mapping.Keys)).Select(pair => (
            Input.Excerpt(pair.First), PreparationErrors.NetworkMappingInvalid.With(Input.Excerpt(pair.First), pair.Second).On(Field).AsException()));
    }

    private static async Task<string> SubnetAsync(Inventory inventory, HypervisorConnection connection, HostingUnit unit, string path, CancellationToken ct)
    {
        // Every subnet of the zone is known, so that one that the unit doesn't have isn't said to be nowhere.
        var zone = InventoryLevel.Of(connection, unit).WithEverySubnet();
        var subnet = await inventory.ResolveAsync(zone, path, [CloudItemKind.Subnet], Field, new InventoryView(), ct);
        return unit.Subnets.Any(own => own.SubnetId == subnet.Id)
            ? subnet.Id
            : throw PreparationErrors.SubnetNotInHostingUnit.With(subnet.Id, string.Join(", ", unit.Subnets.Select(s => s.SubnetId))).On(Field).AsException();
    }
}
