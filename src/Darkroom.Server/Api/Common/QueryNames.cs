using System.Reflection;
using Darkroom.Core.Errors;
using Darkroom.Server.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Darkroom.Server.Api.Common;

/// <summary>
/// Holds the query of a request to what its endpoint knows. The framework passes over a name it doesn't know and takes numbers for enums, so that a
/// misspelt <c>purgeDbOnly</c> would delete what was to be kept.
/// </summary>
internal sealed class QueryNames
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.OrdinalIgnoreCase);

    private QueryNames(MethodInfo handler)
    {
        foreach (var parameter in handler.GetParameters())
        {
            if (!parameter.IsDefined(typeof(AsParametersAttribute)))
            {
                Add(parameter.GetCustomAttribute<FromQueryAttribute>()?.Name ?? parameter.Name!, parameter.ParameterType);
                continue;
            }

            foreach (var property in parameter.ParameterType.GetProperties())
            {
                Add(property.GetCustomAttribute<FromQueryAttribute>()?.Name ?? property.Name, property.PropertyType);
            }
        }
    }

    /// <summary>Holds it before anything of the request is bound.</summary>
    public static void Hold(EndpointBuilder endpoint)
    {
        if (endpoint is { RequestDelegate: { } answer } && endpoint.Metadata.OfType<MethodInfo>().FirstOrDefault() is { } handler)
        {
            var names = new QueryNames(handler);
            endpoint.RequestDelegate = context =>
            {
                context.Request.Query = names.Checked(context.Request.Query);
                return answer(context);
            };
        }
    }

    /// <summary>The query with enums as their members are written.</summary>
    /// <exception cref="DarkroomException">UnknownParameter, WrongType.</exception>
    private QueryCollection Checked(IQueryCollection query)
    {
        var held = new Dictionary<string, StringValues>(query.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in query)
        {
            var type = _types.GetValueOrDefault(name) ?? throw RequestErrors.UnknownParameter.With(name).On(name).AsException();
            held[name] = type.IsEnum ? new StringValues([.. values.Select(value => MemberOf(type, value) ?? throw BadRequests.WrongType(name, string.Join(", ", Enum.GetNames(type))).AsException())]) : values;
        }

        return new QueryCollection(held);
    }

    private static string? MemberOf(Type type, string? value) =>
        Enum.GetNames(type).FirstOrDefault(member => string.Equals(member, value, StringComparison.OrdinalIgnoreCase));

    private void Add(string name, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(Guid) || plain == typeof(DateTimeOffset))
        {
            _types[name] = plain;
        }
    }
}
