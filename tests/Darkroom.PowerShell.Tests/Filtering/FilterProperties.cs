using CsCheck;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.Tests.Filtering;

/// <summary>Filters of any shape.</summary>
public sealed class FilterProperties
{
    private static readonly FilterPosition Somewhere = new(0);
    private static readonly Gen<string> Content = Gen.Char["ab'\"`$ *?[](){}-,;!\n€x1"].Array[0, 6].Select(characters => new string(characters));
    private static readonly Gen<string> Names = Gen.Char["abcXYZ_9"].Array[1, 5].Select(characters => "v" + new string(characters));

    private static readonly Gen<FilterValue> Texts = Content.Select(FilterValue (content) => new FilterValue.Text(content, Somewhere));
    private static readonly Gen<FilterValue> Variables = Names.Select(Names.Array[0, 2], FilterValue (name, members) => new FilterValue.Variable(name, members, Somewhere));

    private static readonly Gen<FilterValue> Simple = Gen.OneOf(
        Texts,
        Variables,
        Gen.Decimal[-1_000_000m, 1_000_000m].Select(FilterValue (amount) => new FilterValue.Number(amount, Somewhere)),
        Gen.Int.Select(FilterValue (amount) => new FilterValue.Number((decimal)amount, Somewhere)),
        Gen.OneOf<bool?>(null, true, false).Select(FilterValue (truth) => new FilterValue.Constant(truth, Somewhere)),
        Content.Where(content => content.Length > 0).Select(Names, FilterValue (content, name) => new FilterValue.Expandable(
            [new FilterValue.Text(content, Somewhere), new FilterValue.Variable(name, [], Somewhere)], Somewhere)));

    private static readonly Gen<FilterProperty> Properties =
        Gen.OneOf("Name", "Count", "Ready", "Phase", "anything_1").Select(name => new FilterProperty(name, Somewhere));

    private static readonly Gen<FilterExpression> Conditions = Gen.OneOf(
        Properties.Select(FilterExpression (property) => new FilterExpression.Bare(property)),
        Properties.Select(Gen.Enum<FilterOperator>(), Simple, Simple.Array[2, 4], FilterExpression (property, comparison, value, list) =>
            new FilterExpression.Comparison(
                property, comparison, comparison is FilterOperator.In or FilterOperator.NotIn ? new FilterValue.List(list, Somewhere) : value)));

    private static readonly Gen<FilterExpression> Expressions = Gen.Recursive<FilterExpression>((depth, inner) => depth > 4
        ? Conditions
        : Gen.OneOf(
            Conditions,
            inner.Select(FilterExpression (expression) => new FilterExpression.Not(expression)),
            inner.Select(Gen.Bool, inner, FilterExpression (left, and, right) => new FilterExpression.Joined(left, and, right))));

    [Fact]
    public void What_is_printed_is_read_as_what_it_was() => Expressions.Sample(
        expression => FilterParser.Parse(new FilterSource("-Filter", FilterText.Of(expression)))!.Equals(expression), print: FilterText.Of);

    [Fact]
    public void Any_text_is_read_or_refused_with_its_place() => Gen.OneOf(
            Gen.Char["NameCount -eqandort'\"$`(){}@!,;*0123.\n"].Array[0, 30].Select(characters => new string(characters)),
            Expressions.Select(Gen.Int[0, 40], (expression, cut) => FilterText.Of(expression) is var text ? text[..Math.Min(cut, text.Length)] : ""))
        .Sample(text =>
        {
            try
            {
                FilterParser.Parse(new FilterSource("-Filter", text));
                return true;
            }
            catch (Darkroom.PowerShell.Errors.ModuleException e)
            {
                return e.Error.Code == "InvalidFilter" && e.Message.Contains('^', StringComparison.Ordinal);
            }
        });
}
