using System.Globalization;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.Tests.Filtering;

/// <summary>Prints what a filter says, fully but in one way only.</summary>
internal static class FilterText
{
    public static string Of(FilterExpression expression) => expression switch
    {
        FilterExpression.Joined joined => $"{Of(joined.Left)} {(joined.And ? "-and" : "-or")} {Grouped(joined.Right)}",
        FilterExpression.Not not => $"-not {Grouped(not.Inner)}",
        FilterExpression.Bare bare => bare.Property.Name,
        FilterExpression.Comparison comparison => $"{comparison.Property.Name} -{comparison.Operator.ToString().ToLowerInvariant()} {Of(comparison.Value)}",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    // Conditions are joined from the left, so only what stands on the right of a joint needs parentheses.
    private static string Grouped(FilterExpression expression) => expression is FilterExpression.Joined ? $"({Of(expression)})" : Of(expression);

    private static string Of(FilterValue value) => value switch
    {
        FilterValue.Text text => $"'{text.Content.Replace("'", "''", StringComparison.Ordinal)}'",
        FilterValue.Number number => Convert.ToString(number.Amount, CultureInfo.InvariantCulture)!,
        FilterValue.Constant constant => constant.Truth is { } truth ? truth ? "$true" : "$false" : "$null",
        FilterValue.Variable variable => string.Join('.', ["$" + variable.Name, .. variable.Members]),
        FilterValue.Expandable expandable => $"\"{string.Concat(expandable.Pieces.Select(Piece))}\"",
        FilterValue.List list => $"({string.Join(", ", list.Items.Select(Of))})",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Piece(FilterValue piece) => piece switch
    {
        FilterValue.Text text => string.Concat(text.Content.Select(c => "\"`$".Contains(c, StringComparison.Ordinal) ? "`" + c : c.ToString())),
        FilterValue.Variable variable => "${" + variable.Name + "}",
        _ => throw new ArgumentOutOfRangeException(nameof(piece)),
    };
}
