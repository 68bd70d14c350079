using System.Buffers.Text;
using System.ComponentModel;
using System.Text;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;

namespace Darkroom.Server.Api.Common;

/// <summary>Which part of a list is asked for; a handler takes it with [AsParameters].</summary>
internal readonly record struct PageRequest(
    [property: Description("How many items a page has at most: 1 to 1000, 250 unless given.")] int? PageSize,
    [property: Description("nextPageToken of the page before; leave it out for the first.")] string? PageToken)
{
    public const int DefaultSize = 250;
    public const int MaxSize = 1000;

    /// <summary>The checked size.</summary>
    /// <exception cref="DarkroomException">ValueOutOfRange.</exception>
    public int Size => PageSize switch
    {
        null => DefaultSize,
        >= 1 and <= MaxSize => PageSize.Value,
        _ => throw CommonErrors.ValueOutOfRange.With("pageSize", PageSize, 1, MaxSize).On("pageSize").AsException(),
    };

    /// <summary>The sort key of the last item already seen; null on the first page.</summary>
    /// <exception cref="DarkroomException">PageTokenInvalid.</exception>
    public string? After => PageToken is null ? null : Paging.KeyOf(PageToken);
}

/// <summary>
/// Pages by key: a token is the sort key of the last item given out, so a page never repeats or loses an item because another
/// one came or went. To a client it is opaque.
/// </summary>
internal static class Paging
{
    private const char Mark = '1';

    /// <summary>
    /// A page of a list that is already sorted by <paramref name="keyOf"/>, ordinally, and starts anywhere at or before the page:
    /// items up to the token's key are skipped, those beyond its size left for the next.
    /// </summary>
    public static Page<T> ToPage<T>(this IEnumerable<T> sorted, PageRequest request, Func<T, string> keyOf)
    {
        var (size, after) = (request.Size, request.After);
        var rest = after is null ? sorted : sorted.SkipWhile(item => string.CompareOrdinal(keyOf(item), after) <= 0);
        var items = rest.Take(size + 1).ToList();
        if (items.Count <= size)
        {
            return new Page<T>(items, null);
        }

        items.RemoveAt(size);
        return new Page<T>(items, TokenOf(keyOf(items[^1])));
    }

    public static string TokenOf(string key) => Mark + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    public static string KeyOf(string token)
    {
        if (token.Length < 2 || token[0] != Mark || !Base64Url.IsValid(token.AsSpan(1)))
        {
            throw RequestErrors.PageTokenInvalid.With().On("pageToken").AsException();
        }

        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.AsSpan(1)));
    }
}
