using System.Reflection;

namespace Darkroom.PowerShell.Filtering;

/// <summary>The members of an output object, by which lists are filtered and sorted.</summary>
internal sealed class FilterMembers(Type type)
{
    private readonly Dictionary<string, PropertyInfo> _properties =
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a member, whatever the case of its name; null when there is none.</summary>
    public Func<object, object?>? Reader(string name) => _properties.TryGetValue(name, out var property) ? property.GetValue : null;

    public override string ToString() => string.Join(", ", _properties.Keys.Order(StringComparer.OrdinalIgnoreCase));
}
