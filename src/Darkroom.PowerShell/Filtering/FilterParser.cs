using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Filtering;

/// <summary>
/// Reads a filter (about_Prov_Filtering of the cmdlet reference): components joined by -and and -or, which bind alike and from the left, grouped by parentheses,
/// optionally in braces as a whole. A member alone asks whether it is true.
/// </summary>
internal sealed class FilterParser
{
    private readonly IReadOnlyList<FilterToken> _tokens;
    private readonly Func<string, object?> _variable;
    private readonly FilterMembers _members;
    private int _at;

    private FilterParser(string filter, FilterMembers members, Func<string, object?> variable)
    {
        _tokens = new FilterLexer(filter).Read();
        (_members, _variable) = (members, variable);
    }

    private FilterToken Current => _tokens[_at];

    /// <param name="variable">The value of a script's variable.</param>
    /// <exception cref="ModuleException">InvalidFilter.</exception>
    public static Func<object, bool> Parse(string filter, FilterMembers members, Func<string, object?> variable)
    {
        var parser = new FilterParser(filter, members, variable);
        var matches = parser.Components();
        return parser.Current.Kind == FilterTokenKind.End ? matches : throw parser.Wrong($"{parser.Current.Text} isn't expected there");
    }

    private Func<object, bool> Components()
    {
        var left = Component();
        while (Current.Kind == FilterTokenKind.Operator && Is("and", "or"))
        {
            var and = Take().Text.Equals("and", StringComparison.OrdinalIgnoreCase);
            var (first, second) = (left, Component());
            left = and ? item => first(item) && second(item) : item => first(item) || second(item);
        }

        return left;
    }

    private Func<object, bool> Component()
    {
        switch (Current.Kind)
        {
            case FilterTokenKind.Not:
                Take();
                var negated = Component();
                return item => !negated(item);
            case FilterTokenKind.Open:
                var close = Take().Text == "{" ? "}" : ")";
                var inner = Components();
                Close(close);
                return inner;
            case FilterTokenKind.Name:
                return Comparison();
            default:
                throw Wrong($"a member's name is expected instead of {Current.Text}");
        }
    }

    private Func<object, bool> Comparison()
    {
        var member = _members.Reader(Current.Text) ?? throw Wrong($"there is no member {Current.Text}; there are {_members}");
        Take();
        if (Current.Kind != FilterTokenKind.Operator || Is("and", "or"))
        {
            return item => FilterComparison.IsTrue(member(item));
        }

        var compare = FilterComparison.Of(Current.Text) ?? throw Wrong($"there is no operator -{Current.Text}; there are {FilterComparison.All}");
        Take();
        var value = Value();
        return item => compare(member(item), value);
    }

    private object? Value()
    {
        if (Current.Kind == FilterTokenKind.Open)
        {
            Take();
            var list = Current.Kind == FilterTokenKind.Close ? [] : Values();
            Close(")");
            return list;
        }

        var values = Values();
        return values.Length == 1 ? values[0] : values;
    }

    private object?[] Values()
    {
        var values = new List<object?> { Single() };
        while (Current.Kind == FilterTokenKind.Comma)
        {
            Take();
            values.Add(Single());
        }

        return [.. values];
    }

    private object? Single()
    {
        var token = Current;
        var value = token.Kind switch
        {
            FilterTokenKind.Text or FilterTokenKind.Name => token.Text,
            FilterTokenKind.Number => FilterNumber.Read(token.Text),
            FilterTokenKind.Variable => token.Text.ToUpperInvariant() switch
            {
                "NULL" => null,
                "TRUE" => true,
                "FALSE" => false,
                _ => _variable(token.Text),
            },
            _ => throw Wrong($"a value is expected instead of {token.Text}"),
        };
        Take();
        return value;
    }

    private void Close(string with)
    {
        if (Current.Kind != FilterTokenKind.Close || Current.Text != with)
        {
            throw Wrong($"{with} is expected instead of {Current.Text}");
        }

        Take();
    }

    private bool Is(params string[] operators) => operators.Contains(Current.Text, StringComparer.OrdinalIgnoreCase);

    private FilterToken Take() => _tokens[_at++];

    private ModuleException Wrong(string why) => FilterErrors.InvalidFilter.With(Current.Position, why);
}
