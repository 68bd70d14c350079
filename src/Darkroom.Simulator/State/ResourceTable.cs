using System.Diagnostics.CodeAnalysis;

namespace Darkroom.Simulator.State;

/// <summary>Everything in one account's Region, by id and, for each type, in the order it was made.</summary>
internal sealed class ResourceTable
{
    private readonly Dictionary<string, Resource> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, SortedDictionary<long, Resource>> byType = [];
    private long sequence;

    public IEnumerable<Resource> Everything => byId.Values.OrderBy(resource => resource.Sequence);

    public IEnumerable<T> All<T>()
        where T : Resource => byType.TryGetValue(typeof(T), out var all) ? all.Values.Cast<T>() : [];

    public bool TryFind<T>(string id, [NotNullWhen(true)] out T? found)
        where T : Resource
    {
        found = byId.GetValueOrDefault(id) as T;
        return found is not null;
    }

    public T Add<T>(T resource)
        where T : Resource
    {
        resource.Sequence = ++sequence;
        byId.Add(resource.Id, resource);
        if (!byType.TryGetValue(typeof(T), out var all))
            byType[typeof(T)] = all = [];
        all.Add(resource.Sequence, resource);
        return resource;
    }

    public void Remove(Resource resource)
    {
        if (byId.Remove(resource.Id))
            byType[resource.GetType()].Remove(resource.Sequence);
    }
}
