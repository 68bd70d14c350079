using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Darkroom.PowerShell.Filtering;

/// <summary>A member of listed objects, and how its values are compared.</summary>
internal sealed class Member
{
    private readonly PropertyInfo[] _properties;

    public Member(string name, PropertyInfo[] properties)
    {
        Name = name;
        _properties = properties;
        Type = ComparedAs(properties[0].PropertyType);
        IsList = properties[0].PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(properties[0].PropertyType);
    }

    public string Name { get; }

    /// <summary>What single values are compared as: an enum, Boolean, Guid, DateTime, Decimal for all numbers, else String.</summary>
    public Type Type { get; }

    /// <summary>Its values are several.</summary>
    public bool IsList { get; }

    /// <summary>The value itself; null where the object has no such member.</summary>
    public object? Of(object item) => Array.Find(_properties, property => property.DeclaringType!.IsInstanceOfType(item))?.GetValue(item);

    /// <summary>The value as it is compared: each element of a list, a dictionary's entries as <c>name:value</c>, else the value alone.</summary>
    public IEnumerable<object?> ValuesOf(object item) => Of(item) switch
    {
        string text => [text],
        IDictionary entries => entries.Cast<DictionaryEntry>().Select(entry => (object?)$"{entry.Key}:{entry.Value}"),
        IEnumerable list => list.Cast<object?>().Select(Normal),
        var value => [Normal(value)],
    };

    /// <summary>A value as like and contains see it.</summary>
    public static string TextOf(object? value) => value switch
    {
        null => "",
        DateTime time => time.ToString("s", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private object? Normal(object? value) =>
        value is null || value.GetType() == Type ? value : Type == typeof(decimal) ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : TextOf(value);

    private static Type ComparedAs(Type declared)
    {
        var type = Nullable.GetUnderlyingType(ElementOf(declared)) ?? ElementOf(declared);
        return type.IsEnum || type == typeof(bool) || type == typeof(Guid) || type == typeof(DateTime) ? type
            : Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal ? typeof(decimal)
            : typeof(string);
    }

    private static Type ElementOf(Type type) =>
        type == typeof(string) || typeof(IDictionary).IsAssignableFrom(type) ? typeof(string)
        : type.GetInterfaces().Prepend(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)) is { } list
            ? list.GetGenericArguments()[0]
            : type;
}
