using System.Runtime.CompilerServices;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Http;

/// <summary>Walks through a list page by page.</summary>
public static class Pages
{
    /// <summary>All items; a page is asked for when the one before is used up.</summary>
    /// <param name="read">Reads the page of a token; null is the first.</param>
    public static async IAsyncEnumerable<T> AllAsync<T>(Func<string?, CancellationToken, Task<Page<T>>> read, [EnumeratorCancellation] CancellationToken ct = default)
    {
        string? token = null;
        do
        {
            var page = await read(token, ct).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            token = page.NextPageToken;
        }
        while (token is not null);
    }
}
