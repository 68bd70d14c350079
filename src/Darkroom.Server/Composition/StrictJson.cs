using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Darkroom.Server.Composition;

/// <summary>Bodies are read strictly: an unknown member, a null or a value of another type is refused, never ignored.</summary>
internal static class StrictJson
{
    public static void Configure(JsonSerializerOptions json)
    {
        // Answers are JSON with nosniff, never part of a page, so quotes and letters may stay readable.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.MaxDepth = Limits.MaxJsonDepth;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.AllowDuplicateProperties = false;
        json.PropertyNameCaseInsensitive = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new StrictEnums());
        json.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(RefuseNullElements);
    }

    /// <summary>The serializer honours nullability of members, but not of what lists and maps hold.</summary>
    private static void RefuseNullElements(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property is { Set: { } set, AttributeProvider: PropertyInfo info } && HoldsNoNull(info))
            {
                property.Set = (target, value) =>
                {
                    if (HasNull(value))
                    {
                        throw new JsonException("An element doesn't allow null.");
                    }

                    set(target, value);
                };
            }
        }
    }

    private static bool HoldsNoNull(PropertyInfo info) =>
        info.PropertyType != typeof(string)
        && info.PropertyType.IsAssignableTo(typeof(IEnumerable))
        && new NullabilityInfoContext().Create(info).GenericTypeArguments is [.., { ReadState: NullabilityState.NotNull }];

    private static bool HasNull(object? value) => value switch
    {
        IDictionary map => map.Values.Cast<object?>().Any(element => element is null),
        IEnumerable list => list.Cast<object?>().Any(element => element is null),
        _ => false,
    };
}
