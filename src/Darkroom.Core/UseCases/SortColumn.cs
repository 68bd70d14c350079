using System.Linq.Expressions;

namespace Darkroom.Core.UseCases;

/// <summary>A column that a list can be sorted by. Its values have to be there in every row, or a page could skip rows.</summary>
internal abstract class SortColumn<TRow>(string name)
{
    public string Name => name;

    /// <summary>The row's value as it lies in a page token.</summary>
    public abstract string Write(TRow row);

    /// <summary>Whether a page token's text is a value of this column.</summary>
    public abstract bool CanRead(string text);

    public abstract IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool descending);

    public abstract IOrderedQueryable<TRow> ThenOrder(IOrderedQueryable<TRow> rows, bool descending);

    /// <summary>Whether the row's value comes after the given one.</summary>
    public abstract Expression After(ParameterExpression row, string text, bool descending);

    /// <summary>Whether the row's value is the given one.</summary>
    public abstract Expression Same(ParameterExpression row, string text);
}

/// <param name="value">The column.</param>
/// <param name="write">Value to text.</param>
/// <param name="read">Text to value; a FormatException or OverflowException says that it is none.</param>
internal sealed class SortColumn<TRow, TValue>(string name, Expression<Func<TRow, TValue>> value, Func<TValue, string> write, Func<string, TValue> read)
    : SortColumn<TRow>(name)
{
    private readonly Func<TRow, TValue> _get = value.Compile();

    public override string Write(TRow row) => write(_get(row));

    public override bool CanRead(string text)
    {
        try
        {
            read(text);
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            return false;
        }
    }

    public override IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool descending) =>
        descending ? rows.OrderByDescending(value) : rows.OrderBy(value);

    public override IOrderedQueryable<TRow> ThenOrder(IOrderedQueryable<TRow> rows, bool descending) =>
        descending ? rows.ThenByDescending(value) : rows.ThenBy(value);

    public override Expression After(ParameterExpression row, string text, bool descending)
    {
        var (left, right) = (ValueOf(row), (Expression)Parameter(text));
        if (typeof(TValue) == typeof(string) || typeof(TValue) == typeof(Guid))
        {
            left = Expression.Call(left, typeof(TValue).GetMethod(nameof(IComparable.CompareTo), [typeof(TValue)])!, right);
            right = Expression.Constant(0);
        }

        return descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
    }

    public override Expression Same(ParameterExpression row, string text) => Expression.Equal(ValueOf(row), Parameter(text));

    private Expression ValueOf(ParameterExpression row) => new Replace(value.Parameters[0], row).Visit(value.Body);

    // A member of a captured object becomes an SQL parameter; a bare constant would make a new query of every page.
    private MemberExpression Parameter(string text) => Expression.Property(Expression.Constant(new Captured(read(text))), nameof(Captured.Value));

    private sealed record Captured(TValue Value);

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
