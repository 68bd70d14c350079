namespace Darkroom.Core.UseCases;

/// <summary>Which part of a list a caller asks for.</summary>
/// <param name="Sort">Names of sortable columns, split by comma, each with <c>-</c> in front for descending; null takes the list's own order.</param>
/// <param name="Limit">Rows a page, 1 to <see cref="MostRows"/>; null takes <see cref="UsualRows"/>.</param>
/// <param name="PageToken">From the page before; it goes with the same sort only.</param>
public sealed record ListRequest(string? Sort = null, int? Limit = null, string? PageToken = null)
{
    /// <summary>The cmdlets' default number of records (cmdlet reference).</summary>
    public const int UsualRows = 250;

    public const int MostRows = 1000;
}
