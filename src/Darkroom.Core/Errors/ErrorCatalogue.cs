using System.Reflection;

namespace Darkroom.Core.Errors;

/// <summary>Marks a static class whose <see cref="ErrorDefinition"/> fields belong to the catalogue.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ErrorCatalogueAttribute : Attribute;

/// <summary>Every error that Darkroom can raise, gathered from the features' <c>Errors.cs</c>.</summary>
public static class ErrorCatalogue
{
    public static IReadOnlyList<ErrorDefinition> In(params IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<ErrorCatalogueAttribute>() is not null)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => field.GetValue(null))
            .OfType<ErrorDefinition>()
            .OrderBy(definition => definition.Code, StringComparer.Ordinal),
    ];
}
