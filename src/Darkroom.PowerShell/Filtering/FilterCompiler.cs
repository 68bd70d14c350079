using System.Collections;
using System.Management.Automation;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Filtering;

/// <summary>
/// Makes a test for objects out of what a filter says. Comparisons are PowerShell's, whatever the case of texts, except for these: contains takes wildcards;
/// of a list it is enough that one element answers, and ne, notlike, notcontains and notin are the opposite of that; null is neither before nor after
/// anything.
/// </summary>
/// <param name="variable">The value of a variable of the session.</param>
internal sealed class FilterCompiler(FilterSource source, MemberTable members, Func<string, object?> variable, DateTimeOffset now)
{
    private readonly FilterOperand _operand = new(source, now);

    /// <exception cref="ModuleException">InvalidFilter.</exception>
    public Func<object, bool> Compile(FilterExpression expression)
    {
        switch (expression)
        {
            case FilterExpression.Joined { And: true } joined:
                var (left, right) = (Compile(joined.Left), Compile(joined.Right));
                return item => left(item) && right(item);
            case FilterExpression.Joined joined:
                var (one, other) = (Compile(joined.Left), Compile(joined.Right));
                return item => one(item) || other(item);
            case FilterExpression.Not not:
                var inner = Compile(not.Inner);
                return item => !inner(item);
            case FilterExpression.Bare bare:
                var member = Find(bare.Property);
                return item => LanguagePrimitives.IsTrue(member.Of(item));
            case FilterExpression.Comparison comparison:
                return Compile(Find(comparison.Property), comparison);
            default:
                throw new ArgumentOutOfRangeException(nameof(expression));
        }
    }

    private Func<object, bool> Compile(Member member, FilterExpression.Comparison comparison) => comparison.Operator switch
    {
        FilterOperator.Eq => Any(member, Equal(member, comparison.Value)),
        FilterOperator.Ne => None(member, Equal(member, comparison.Value)),
        FilterOperator.Gt => Any(member, Ordered(member, comparison.Value, order => order > 0)),
        FilterOperator.Ge => Any(member, Ordered(member, comparison.Value, order => order >= 0)),
        FilterOperator.Lt => Any(member, Ordered(member, comparison.Value, order => order < 0)),
        FilterOperator.Le => Any(member, Ordered(member, comparison.Value, order => order <= 0)),
        FilterOperator.Like => Any(member, Like(comparison.Value)),
        FilterOperator.NotLike => None(member, Like(comparison.Value)),
        FilterOperator.Contains => Any(member, Contained(member, comparison.Value)),
        FilterOperator.NotContains => None(member, Contained(member, comparison.Value)),
        FilterOperator.In => Any(member, OneOf(member, comparison.Value)),
        FilterOperator.NotIn => None(member, OneOf(member, comparison.Value)),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    private Member Find(FilterProperty property) => members.Get(property.Name, property.At.Index, source);

    private static Func<object, bool> Any(Member member, Func<object?, bool> test) => item => member.ValuesOf(item).Any(test);

    private static Func<object, bool> None(Member member, Func<object?, bool> test) => item => !member.ValuesOf(item).Any(test);

    private Func<object?, bool> Equal(Member member, FilterValue written)
    {
        var operand = _operand.For(member, Single(written), written.At.Index);
        return value => MemberOrder.Equal(value, operand);
    }

    private Func<object?, bool> Ordered(Member member, FilterValue written, Func<int, bool> holds)
    {
        var operand = _operand.For(member, Single(written), written.At.Index);
        return value => value is not null && operand is not null && holds(MemberOrder.Compare(value, operand));
    }

    private Func<object?, bool> Like(FilterValue written)
    {
        var text = Member.TextOf(Single(written));
        if (NamePattern.TryParse(text, out var pattern))
        {
            return value => pattern.Matches(Member.TextOf(value));
        }

        var refused = FilterErrors.NoPattern.With(text);
        throw source.Error(written.At.Index, refused.Message, refused.Remedy);
    }

    private Func<object?, bool> Contained(Member member, FilterValue written) =>
        Single(written) is string text && (member.Type == typeof(string) || WildcardPattern.ContainsWildcardCharacters(text)) ? Like(written) : Equal(member, written);

    private Func<object?, bool> OneOf(Member member, FilterValue written)
    {
        var operands = Several(written).Select(value => _operand.For(member, value, written.At.Index)).ToList();
        return value => operands.Exists(operand => MemberOrder.Equal(value, operand));
    }

    private object? Single(FilterValue written)
    {
        var value = Value(written);
        return value is IEnumerable and not string
            ? throw source.Error(written.At.Index, "one value is needed here, and this is a list.", "Compare with a list by -in or -notin.")
            : value;
    }

    private IEnumerable<object?> Several(FilterValue written) => Value(written) switch
    {
        string text => [text],
        IEnumerable list => list.Cast<object?>().Select(Bare),
        var value => [value],
    };

    private object? Value(FilterValue written) => written switch
    {
        FilterValue.Text text => text.Content,
        FilterValue.Number number => number.Amount,
        FilterValue.Constant constant => constant.Truth,
        FilterValue.Variable asked => Bare(asked.Members.Aggregate(variable(asked.Name), (value, member) => value is null ? null : PSObject.AsPSObject(value).Properties[member]?.Value)),
        FilterValue.Expandable expandable => string.Concat(expandable.Pieces.Select(piece => Member.TextOf(Value(piece)))),
        FilterValue.List list => list.Items.Select(Value).ToList(),
        _ => throw new ArgumentOutOfRangeException(nameof(written)),
    };

    private static object? Bare(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
