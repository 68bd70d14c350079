using System.Globalization;

namespace Darkroom.PowerShell.Filtering;

/// <summary>What a property is compared with, made into a value of the property's type.</summary>
internal sealed class FilterOperand(FilterSource source, DateTimeOffset now)
{
    /// <summary>A value of the member's type, or null.</summary>
    /// <param name="position">For errors.</param>
    /// <exception cref="Errors.ModuleException">InvalidFilter: it can't be one.</exception>
    public object? For(Member member, object? value, int position)
    {
        if (value is null || value.GetType() == member.Type)
        {
            return value is DateTime { Kind: DateTimeKind.Utc } utc ? utc.ToLocalTime() : value;
        }

        return Convert(member.Type, value) ?? throw source.Error(
            position, $"'{Member.TextOf(value)}' can't be compared with {member.Name}, which is {Kind(member.Type)}.", Remedy(member.Type));
    }

    private object? Convert(Type type, object value) =>
        type == typeof(string) ? Member.TextOf(value)
        : type == typeof(bool) ? Boolean(value)
        : type == typeof(Guid) ? Guid.TryParse(Member.TextOf(value), out var uid) ? uid : null
        : type == typeof(decimal) ? Number(value)
        : type == typeof(DateTime) ? Date(value)
        : Enum.TryParse(type, Member.TextOf(value), ignoreCase: true, out var member) && Enum.IsDefined(type, member) ? member
        : null;

    private static object? Boolean(object value) => value switch
    {
        string text => bool.TryParse(text, out var truth) ? truth : null,
        _ => Number(value) is decimal number ? number != 0 : null,
    };

    private static object? Number(object value)
    {
        try
        {
            return value is string text ? FilterNumber.Read(text.Trim()) as decimal? : System.Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    private object? Date(object value) => value switch
    {
        DateTimeOffset date => date.LocalDateTime,
        TimeSpan span => (now + span).LocalDateTime,
        string text => FilterDate.Read(text, now),
        _ => Number(value) is decimal days ? FilterDate.FromNow(days, now) : null,
    };

    private static string Kind(Type type) =>
        type == typeof(bool) ? "true or false" : type == typeof(Guid) ? "a Guid" : type == typeof(decimal) ? "a number" : type == typeof(DateTime) ? "a date" : "an enum";

    private static string Remedy(Type type) =>
        type.IsEnum ? $"Give one of {string.Join(", ", Enum.GetNames(type))}."
        : type == typeof(bool) ? "Give $true or $false."
        : type == typeof(Guid) ? "Give a whole Guid, or compare with -like."
        : type == typeof(decimal) ? "Give a number, e.g. 10, 1.5, 4gb or 0x1F."
        : "Give a date such as '2026-11-23T10:00', or how long ago, such as '-2' for two days or '-1:30' for ninety minutes.";
}
