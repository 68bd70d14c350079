namespace Darkroom.PowerShell.Filtering;

/// <summary>Reads a filter; the grammar is with <see cref="FilterExpression"/>.</summary>
internal sealed class FilterParser
{
    private const string Operators = "-eq, -ne, -gt, -ge, -lt, -le, -like, -notlike, -contains, -notcontains, -in and -notin";

    private readonly FilterSource _source;
    private readonly IReadOnlyList<FilterToken> _tokens;
    private int _at;

    private FilterParser(FilterSource source) => (_source, _tokens) = (source, new FilterLexer(source).Read());

    private FilterToken Current => _tokens[_at];

    /// <summary>What a filter says; null when it says nothing, which leaves everything.</summary>
    /// <exception cref="Errors.ModuleException">InvalidFilter.</exception>
    public static FilterExpression? Parse(FilterSource source)
    {
        var parser = new FilterParser(source);
        if (parser._tokens.All(token => token is { Kind: FilterTokenKind.End } or { Text: "{" or "}" }) && parser._tokens.Count is 1 or 3)
        {
            return null;
        }

        var expression = parser.Components();
        return parser.Current.Kind == FilterTokenKind.End
            ? expression
            : throw source.Error(parser.Current.Start, $"'{parser.Current.Text}' can't follow here.", "Join conditions with -and or -or, and put texts into quotes.");
    }

    private FilterExpression Components()
    {
        var left = Component();
        while (Current.Kind == FilterTokenKind.Operator && (Is("and") || Is("or")))
        {
            var and = Is("and");
            _at++;
            left = new FilterExpression.Joined(left, and, Component());
        }

        return left;
    }

    private FilterExpression Component()
    {
        if (Current.Kind == FilterTokenKind.Operator && (Is("not") || Is("!")))
        {
            _at++;
            return new FilterExpression.Not(Component());
        }

        if (Current is { Kind: FilterTokenKind.Open, Text: not "@(" })
        {
            var open = Take();
            var inner = Components();
            Close(open);
            return inner;
        }

        var property = Property();
        if (Current.Kind != FilterTokenKind.Operator || Is("and") || Is("or"))
        {
            return new FilterExpression.Bare(property);
        }

        var token = Take();
        if (!Enum.TryParse<FilterOperator>(token.Text, ignoreCase: true, out var comparison) || !char.IsAsciiLetter(token.Text[0]))
        {
            throw _source.Error(token.Start, $"there is no operator '{Dashed(token)}'.", $"The operators are {Operators}.");
        }

        return new FilterExpression.Comparison(property, comparison, comparison is FilterOperator.In or FilterOperator.NotIn ? Several() : Single());
    }

    private FilterProperty Property()
    {
        var token = Take();
        return token switch
        {
            { Kind: FilterTokenKind.Word } => new FilterProperty(token.Text, new(token.Start)),
            { Value: FilterValue.Variable { Name: "_" or "PSItem", Members: [var name] } } => new FilterProperty(name, new(token.Start)),
            { Kind: FilterTokenKind.End } => throw _source.Error(token.Start, "a condition is missing.", "A condition is a property, an operator and a value."),
            _ => throw _source.Error(token.Start, $"'{Dashed(token)}' is no property.", "A condition begins with the name of a property, without quotes."),
        };
    }

    private FilterValue Several()
    {
        var start = new FilterPosition(Current.Start);
        var open = Current.Kind == FilterTokenKind.Open ? Take() : null;
        var items = new List<FilterValue>();
        while (open is null || Current.Kind != FilterTokenKind.Close)
        {
            items.Add(Single());
            if (Current.Kind != FilterTokenKind.Comma)
            {
                break;
            }

            _at++;
        }

        if (open is not null)
        {
            Close(open);
        }

        return items is [var only] ? only : new FilterValue.List(items, start);
    }

    private FilterValue Single()
    {
        var token = Take();
        switch (token)
        {
            case { Value: { } value }:
                return value;
            case { Kind: FilterTokenKind.Word }:
                return new FilterValue.Text(token.Text, new(token.Start));
            case { Kind: FilterTokenKind.Open }:
                var inner = Single();
                Close(token);
                return inner;
            default:
                throw _source.Error(token.Start, "a value is missing.", "Put a text into quotes, or give a number, a date, $null, $true, $false or a variable.");
        }
    }

    private void Close(FilterToken open)
    {
        var closing = open.Text == "{" ? "}" : ")";
        var token = Take();
        if (token.Kind != FilterTokenKind.Close || token.Text != closing)
        {
            throw _source.Error(token.Start, $"a {closing} is missing.", $"Close what '{open.Text}' opens at character {open.Start + 1}.");
        }
    }

    private FilterToken Take() => Current.Kind == FilterTokenKind.End ? Current : _tokens[_at++];

    private bool Is(string name) => string.Equals(Current.Text, name, StringComparison.OrdinalIgnoreCase);

    private static string Dashed(FilterToken token) => token is { Kind: FilterTokenKind.Operator, Text: not "!" } ? "-" + token.Text : token.Text;
}
