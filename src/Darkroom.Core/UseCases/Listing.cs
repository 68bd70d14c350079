using System.Buffers.Text;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using System.Text.Json;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.UseCases;

/// <summary>
/// Pages a list by the sort values of the last row shown, so that rows made or removed meanwhile move no other one onto
/// another page: each row that stays is seen once.
/// </summary>
public sealed class Listing<TRow>
{
    private readonly List<SortColumn<TRow>> _columns = [];
    private readonly SortColumn<TRow> _unique;
    private readonly string _usual;

    /// <param name="unique">A column that no two rows share; the last word of every order.</param>
    /// <param name="usual">The list's own order, as <see cref="ListRequest.Sort"/> would say it.</param>
    public Listing(Expression<Func<TRow, Guid>> unique, string usual)
        : this(new SortColumn<TRow, Guid>("", unique, uid => uid.ToString(), Guid.Parse), usual)
    {
    }

    /// <param name="unique">A number that no two rows share; the last word of every order.</param>
    /// <param name="usual">The list's own order, as <see cref="ListRequest.Sort"/> would say it.</param>
    public Listing(Expression<Func<TRow, long>> unique, string usual)
        : this(
            new SortColumn<TRow, long>(
                "", unique, number => number.ToString(CultureInfo.InvariantCulture), text => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
            usual)
    {
    }

    private Listing(SortColumn<TRow> unique, string usual) => (_unique, _usual) = (unique, usual);

    /// <summary>Lets callers sort by a text, as the database orders it.</summary>
    public Listing<TRow> By(string name, Expression<Func<TRow, string>> value) => By(new SortColumn<TRow, string>(
        name, value, text => text, text => Input.Unprintable(text) is null ? text : throw new FormatException("A text with control characters.")));

    /// <summary>Lets callers sort by a number.</summary>
    public Listing<TRow> By(string name, Expression<Func<TRow, int>> value) => By(new SortColumn<TRow, int>(
        name, value, number => number.ToString(CultureInfo.InvariantCulture), text => int.Parse(text, CultureInfo.InvariantCulture)));

    /// <summary>Lets callers sort by a long number.</summary>
    public Listing<TRow> By(string name, Expression<Func<TRow, long>> value) => By(new SortColumn<TRow, long>(
        name, value, number => number.ToString(CultureInfo.InvariantCulture), text => long.Parse(text, CultureInfo.InvariantCulture)));

    /// <summary>Lets callers sort by a time.</summary>
    public Listing<TRow> By(string name, Expression<Func<TRow, DateTimeOffset>> value) => By(new SortColumn<TRow, DateTimeOffset>(
        name,
        value,
        time => time.UtcTicks.ToString(CultureInfo.InvariantCulture),
        text => new DateTimeOffset(long.Parse(text, CultureInfo.InvariantCulture), TimeSpan.Zero)));

    /// <summary>Reads one page.</summary>
    /// <param name="show">Makes what is shown of the rows of a page, in their order.</param>
    /// <exception cref="DarkroomException">ValueOutOfRange, InvalidRequest.</exception>
    public async Task<Page<TShown>> PageAsync<TShown>(
        IQueryable<TRow> rows, ListRequest request, Func<IReadOnlyList<TRow>, Task<IReadOnlyList<TShown>>> show, CancellationToken ct)
    {
        var limit = Input.Range(request.Limit ?? ListRequest.UsualRows, "limit", 1, ListRequest.MostRows);
        var sort = request.Sort ?? _usual;
        var order = ReadSort(sort);
        if (request.PageToken is { } token)
        {
            rows = rows.Where(After(order, ReadToken(token, sort, order)));
        }

        // One row more than shown tells whether there is a next page.
        var found = await Ordered(rows, order).Take(limit + 1).ToListAsync(ct);
        var page = found.Take(limit).ToList();
        return new Page<TShown>(await show(page), found.Count > limit ? WriteToken(page[^1], sort, order) : null);
    }

    private Listing<TRow> By(SortColumn<TRow> column)
    {
        _columns.Add(column);
        return this;
    }

    private List<SortKey> ReadSort(string sort)
    {
        var keys = new List<SortKey>();
        foreach (var part in sort.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.TrimStart('-', '+');
            var column = _columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw Invalid("sort", $"'{Input.Excerpt(name)}' is no column to sort by; there are {string.Join(", ", _columns.Select(c => c.Name))}.");
            keys.Add(new SortKey(column, part.StartsWith('-')));
        }

        return [.. keys.DistinctBy(k => k.Column), new SortKey(_unique, Descending: false)];
    }

    private static IQueryable<TRow> Ordered(IQueryable<TRow> rows, IReadOnlyList<SortKey> order) => order.Skip(1).Aggregate(
        order[0].Column.Order(rows, order[0].Descending), (ordered, key) => key.Column.ThenOrder(ordered, key.Descending));

    private static Expression<Func<TRow, bool>> After(IReadOnlyList<SortKey> order, IReadOnlyList<string> last)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        Expression? after = null;
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var (column, descending) = order[i];
            var further = column.After(row, last[i], descending);
            after = after is null ? further : Expression.OrElse(further, Expression.AndAlso(column.Same(row, last[i]), after));
        }

        return Expression.Lambda<Func<TRow, bool>>(after!, row);
    }

    private static string WriteToken(TRow last, string sort, IReadOnlyList<SortKey> order) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<string[]>([sort, .. order.Select(k => k.Column.Write(last))]));

    private static string[] ReadToken(string token, string sort, IReadOnlyList<SortKey> order)
    {
        try
        {
            var parts = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(token));
            if (parts?.Length == order.Count + 1 && parts[0] == sort && order.Zip(parts.Skip(1), (key, text) => text is not null && key.Column.CanRead(text)).All(ok => ok))
            {
                return parts[1..];
            }
        }
        catch (Exception e) when (e is FormatException or JsonException or DecoderFallbackException)
        {
            throw Invalid("pageToken", "it is no page token.");
        }

        throw Invalid("pageToken", "it is of another list or of another sort.");
    }

    private static DarkroomException Invalid(string field, string why) => CommonErrors.InvalidRequest.With($"{field}: {why}").On(field).AsException();

    private sealed record SortKey(SortColumn<TRow> Column, bool Descending);
}
