using System.Management.Automation;

namespace Darkroom.HelpWriter.Reading;

/// <summary>Names of types as an administrator knows them.</summary>
internal static class TypeNames
{
    /// <summary>The type of a parameter's value; empty for a switch, which takes none.</summary>
    public static string OfParameter(Type type) => type == typeof(SwitchParameter) ? "" : Short(type);

    /// <summary>Of an object: the full name, for what has members to look at; the short one for what the system brings.</summary>
    public static string OfObject(Type type) => type.Namespace?.StartsWith("Darkroom.", StringComparison.Ordinal) == true ? type.FullName! : Short(type);

    private static string Short(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? value.Name
        : type.IsArray ? Short(type.GetElementType()!) + "[]"
        : type.Name;
}
