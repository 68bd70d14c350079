using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using Darkroom.HelpWriter.Model;

namespace Darkroom.HelpWriter.Reading;

/// <summary>Reads what the engine knows of a parameter, and what its comment says.</summary>
internal sealed class ParameterReader(Type cmdlet, XmlDocs docs)
{
    private readonly object _unused = Activator.CreateInstance(cmdlet)!;

    public ParameterHelp Read(ParameterMetadata parameter)
    {
        var property = cmdlet.GetProperty(parameter.Name)!;
        return new ParameterHelp(
            parameter.Name,
            TypeNames.OfParameter(parameter.ParameterType),
            DocText.Paragraphs(docs.Of(property)?.Element("summary")),
            ValuesOf(parameter),
            DefaultOf(property),
            [.. parameter.Aliases],
            parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            IsShared: property.DeclaringType!.Namespace!.EndsWith(".Cmdlets", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> ValuesOf(ParameterMetadata parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        type = type.GetElementType() ?? type;
        return type.IsEnum ? Enum.GetNames(type) : [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)];
    }

    /// <summary>What the property holds in a cmdlet that nobody has given anything.</summary>
    private string? DefaultOf(PropertyInfo property)
    {
        var value = property.CanRead ? property.GetValue(_unused) : null;
        var isUnset = value is null or SwitchParameter or Enum or "" or ICollection { Count: 0 }
            || (value.GetType() is { IsValueType: true } type && value.Equals(Activator.CreateInstance(type)));
        return isUnset ? null : Convert.ToString(value, CultureInfo.InvariantCulture);
    }
}
