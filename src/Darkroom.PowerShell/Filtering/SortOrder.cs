using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Filtering;

/// <summary>
/// Reads -SortBy: members split by comma, semicolon or blank, each with <c>+</c> or <c>-</c> in front if wanted. <c>State(Running,&lt;null&gt;,Pending)</c> gives the
/// order of a member's values; others come after these.
/// </summary>
internal static partial class SortOrder
{
    /// <exception cref="ModuleException">InvalidSortBy.</exception>
    public static Func<IEnumerable<T>, IEnumerable<T>> Parse<T>(string sortBy, FilterMembers members)
        where T : notnull
    {
        var keys = new List<(Func<T, object?> Key, bool Descending)>();
        var end = 0;
        foreach (Match key in Key().Matches(sortBy))
        {
            var between = sortBy[end..key.Index];
            var name = key.Groups["name"].Value;
            var member = members.Reader(name) ?? throw FilterErrors.InvalidSortBy.With(sortBy, $"there is no member {name}; there are {members}");
            Check(sortBy, between);
            keys.Add((key.Groups["values"].Success ? ByOrder<T>(member, key.Groups["values"].Value) : item => member(item), key.Groups["sign"].Value == "-"));
            end = key.Index + key.Length;
        }

        Check(sortBy, sortBy[end..]);
        return items => Sort(items, keys);
    }

    private static void Check(string sortBy, string between)
    {
        if (between.Trim(',', ';', ' ', '\t').Length > 0)
        {
            throw FilterErrors.InvalidSortBy.With(sortBy, $"'{between.Trim()}' isn't expected");
        }
    }

    private static IEnumerable<T> Sort<T>(IEnumerable<T> items, IEnumerable<(Func<T, object?> Key, bool Descending)> keys)
    {
        var comparer = Comparer<object?>.Create(Compare);
        return keys.Aggregate(
            items.OrderBy(_ => 0), (sorted, key) => key.Descending ? sorted.ThenByDescending(key.Key, comparer) : sorted.ThenBy(key.Key, comparer));
    }

    private static int Compare(object? left, object? right) => left is null or string or IComparable && right is null or string or IComparable
        ? LanguagePrimitives.Compare(left, right, ignoreCase: true, CultureInfo.InvariantCulture)
        : string.Compare(left?.ToString(), right?.ToString(), StringComparison.OrdinalIgnoreCase);

    private static Func<T, object?> ByOrder<T>(Func<object, object?> member, string values)
        where T : notnull
    {
        var order = values.Split(',', StringSplitOptions.TrimEntries).ToList();
        return item =>
        {
            var text = member(item)?.ToString() ?? "<null>";
            var at = order.FindIndex(value => value.Equals(text, StringComparison.OrdinalIgnoreCase));
            return at < 0 ? order.Count : at;
        };
    }

    [GeneratedRegex(@"(?<sign>[+-]?)(?<name>\w+)(\((?<values>[^)]*)\))?")]
    private static partial Regex Key();
}
