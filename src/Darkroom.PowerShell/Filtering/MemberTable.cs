using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Darkroom.PowerShell.Filtering;

/// <summary>
/// The members that objects of a list may have, by name, whatever its case. A list of a class may hold objects of classes derived from it: their members
/// count as well, and are null on objects that lack them.
/// </summary>
internal sealed class MemberTable
{
    private static readonly ConcurrentDictionary<Type, MemberTable> Tables = new();

    private readonly Dictionary<string, Member> _members = new(StringComparer.OrdinalIgnoreCase);

    private MemberTable(Type type)
    {
        var types = type.Assembly.GetTypes().Where(other => other.IsSubclassOf(type)).Prepend(type);
        var properties = types.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Where(p => p.GetIndexParameters().Length == 0);
        foreach (var named in properties.GroupBy(property => property.Name))
        {
            _members[named.Key] = new Member(named.Key, [.. named.DistinctBy(property => property.DeclaringType)]);
        }
    }

    public IEnumerable<string> Names => _members.Keys;

    public static MemberTable Of(Type type) => Tables.GetOrAdd(type, t => new MemberTable(t));

    /// <summary>A list answers to its singular as well: parameters of the same meaning are called so (about_Prov_Filtering).</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out Member? member) =>
        _members.TryGetValue(name, out member) || (_members.TryGetValue(Plural(name), out member) && member.IsList);

    private static string Plural(string name) => name.EndsWith('y') ? $"{name[..^1]}ies" : $"{name}s";

    /// <summary>A member by the name that was written.</summary>
    /// <exception cref="Errors.ModuleException">InvalidFilter.</exception>
    public Member Get(string name, int position, FilterSource source) => TryGet(name, out var member)
        ? member
        : throw source.Error(position, $"there is no property '{name}'.", $"The properties are {string.Join(", ", Names.Order(StringComparer.OrdinalIgnoreCase))}.");
}
