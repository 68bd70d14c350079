namespace Darkroom.PowerShell.Filtering;

/// <summary>What -Filter, -SortBy and -Property ask of a list, understood before anything is listed.</summary>
internal sealed class ListingQuery
{
    private readonly Func<object, bool>? _wanted;
    private readonly SortOrder? _order;
    private readonly PropertySelection? _selection;

    /// <param name="item">What the list holds.</param>
    /// <param name="variable">The value of a variable of the session.</param>
    /// <param name="now">What relative dates count from.</param>
    /// <exception cref="Errors.ModuleException">InvalidFilter.</exception>
    public ListingQuery(Type item, string? filter, string? sortBy, string[]? property, Func<string, object?> variable, DateTimeOffset now)
    {
        var members = MemberTable.Of(item);
        var source = new FilterSource("-Filter", filter ?? "");
        _wanted = FilterParser.Parse(source) is { } expression ? new FilterCompiler(source, members, variable, now).Compile(expression) : null;
        _order = SortOrder.Of(new FilterSource("-SortBy", sortBy ?? ""), members);
        _selection = property is { Length: > 0 } ? new PropertySelection(property, members) : null;
    }

    /// <summary>Whether more has to be read than is returned.</summary>
    public bool NeedsMore => _wanted is not null || _order is not null;

    /// <summary>What is wanted of the items, in the order that is wanted; those that are equal in it stay as they come.</summary>
    public IEnumerable<T> Of<T>(IEnumerable<T> items)
        where T : notnull
    {
        var wanted = _wanted is null ? items : items.Where(item => _wanted(item));
        return _order is null ? wanted : wanted.OrderBy(item => (object)item, _order);
    }

    /// <summary>What is written for an item.</summary>
    public object Shown(object item) => _selection is null ? item : _selection.Of(item);
}
