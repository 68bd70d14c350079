using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Darkroom.PowerShell.Filtering;

/// <summary>
/// The operators of a filter. What stands in the filter is taken for what the member is: a date, a uid, an enum. Texts are compared whatever their case.
/// -contains matches with wildcards, unlike PowerShell's own.
/// </summary>
internal static class FilterComparison
{
    private static readonly Dictionary<string, Func<object?, object?, bool>> Operators = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eq"] = Same,
        ["ne"] = (member, value) => !Same(member, value),
        ["gt"] = (member, value) => Order(member, value) > 0,
        ["ge"] = (member, value) => Order(member, value) >= 0,
        ["lt"] = (member, value) => Order(member, value) < 0,
        ["le"] = (member, value) => Order(member, value) <= 0,
        ["like"] = Like,
        ["notlike"] = (member, value) => !Like(member, value),
        ["contains"] = Contains,
        ["notcontains"] = (member, value) => !Contains(member, value),
        ["in"] = In,
        ["notin"] = (member, value) => !In(member, value),
    };

    public static string All => string.Join(", ", Operators.Keys.Select(name => "-" + name));

    public static Func<object?, object?, bool>? Of(string name) => Operators.GetValueOrDefault(name);

    public static bool IsTrue(object? member) => LanguagePrimitives.IsTrue(member);

    private static bool Same(object? member, object? value)
    {
        if (member is null || value is null)
        {
            return member is null && value is null;
        }

        return TryTake(value, member.GetType(), out var taken) && LanguagePrimitives.Equals(member, taken, ignoreCase: true, CultureInfo.InvariantCulture);
    }

    /// <summary>Null where the two can't be ordered, so that no comparison holds.</summary>
    private static int? Order(object? member, object? value) =>
        member is IComparable comparable && value is not null && TryTake(value, member.GetType(), out var taken)
            ? member is string text ? string.Compare(text, (string?)taken, StringComparison.OrdinalIgnoreCase) : comparable.CompareTo(taken)
            : null;

    private static bool Like(object? member, object? pattern) =>
        new WildcardPattern(TextOf(pattern), WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant).IsMatch(TextOf(member));

    private static bool Contains(object? member, object? value) => Elements(member).Any(element => element is string ? Like(element, value) : Same(element, value) || Like(element, value));

    private static bool In(object? member, object? values) => Elements(values).Any(value => Same(member, value));

    private static IEnumerable<object?> Elements(object? value) =>
        value is IEnumerable list and not string ? list.Cast<object?>() : [value];

    private static bool TryTake(object value, Type type, out object? taken)
    {
        taken = value;
        if (type == typeof(DateTime) && value is string or decimal)
        {
            return RelativeDate.TryRead(TextOf(value), out taken) || LanguagePrimitives.TryConvertTo(value, type, CultureInfo.InvariantCulture, out taken);
        }

        return LanguagePrimitives.TryConvertTo(value, type, CultureInfo.InvariantCulture, out taken);
    }

    private static string TextOf(object? value) => value is null ? "" : (string)LanguagePrimitives.ConvertTo(value, typeof(string), CultureInfo.InvariantCulture);
}
