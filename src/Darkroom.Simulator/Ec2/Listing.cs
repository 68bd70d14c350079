using System.Globalization;
using System.Xml.Linq;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2;

/// <summary>What a Describe call's filters can look at: for each filter name, an item's values.</summary>
internal sealed class Filters<T> : Dictionary<string, Func<T, IEnumerable<object?>>>;

/// <summary>
/// What all Describe calls share: filters (any of a filter's values, all of the filters, wildcards), then one page.
/// A page's token is the position after which the next one goes on.
/// </summary>
internal static class Listing
{
    /// <exception cref="AwsException">InvalidParameterValue: there is no such filter.</exception>
    public static IEnumerable<T> Filter<T>(AwsCall call, IEnumerable<T> items, Filters<T> filters)
    {
        foreach (var filter in call.Parameters.Items("Filter"))
        {
            var name = filter.Required("Name");
            var wanted = filter.Texts("Value");
            var read = Reader(name, filters) ?? throw new AwsException("InvalidParameterValue", $"The filter '{name}' is invalid");
            items = items.Where(item => read(item).Select(Text).OfType<string>()
                .Any(value => wanted.Any(pattern => Iam.Pattern.Matches(pattern, value, ignoreCase: false))));
        }
        return items;
    }

    /// <summary>One page and the token of the next.</summary>
    /// <param name="least">The smallest page size that the call takes.</param>
    /// <param name="most">The largest one.</param>
    public static (IReadOnlyList<T> Page, XElement? NextToken) Page<T>(AwsCall call, IEnumerable<T> items, int least = 5, int most = 1000)
    {
        var size = call.Parameters.Number("MaxResults");
        if (size < least || size > most)
            throw new AwsException("InvalidParameterValue", $"Value ( {size} ) for parameter maxResults is invalid. Expecting a value from {least} to {most}.");
        var all = items.Skip(Start(call)).ToList();
        if (size is not { } most2 || all.Count <= most2)
            return (all, null);
        var next = Start(call) + most2;
        return (all[..most2], Xml.Member("nextToken", PageToken.Of(call, next)));
    }

    private static int Start(AwsCall call)
    {
        if (call.Parameters.Text("NextToken") is not { } token)
            return 0;
        return PageToken.Position(call, token) ?? throw new AwsException("InvalidPaginationToken", "The provided token is not valid for this call.");
    }

    private static Func<T, IEnumerable<object?>>? Reader<T>(string name, Filters<T> filters)
    {
        if (filters.TryGetValue(name, out var own))
            return own;
        if (!typeof(T).IsAssignableTo(typeof(Resource)))
            return null;
        if (name.StartsWith("tag:", StringComparison.Ordinal))
            return item => Tags(item).Where(tag => tag.Key == name[4..]).Select(tag => tag.Value);
        return name switch
        {
            "tag-key" => item => Tags(item).Select(tag => tag.Key),
            "tag-value" => item => Tags(item).Select(tag => tag.Value),
            "operator.managed" => item => [Of(item).Operator is not null],
            "operator.principal" => item => [Of(item).Operator],
            _ => null,
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Tags<T>(T item) => Of(item).Tags;

    private static Resource Of<T>(T item) => item as Resource ?? throw new ArgumentException("The item has no tags.", nameof(item));

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => Xml.Time(time),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
