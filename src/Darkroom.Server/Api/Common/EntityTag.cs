using System.Globalization;
using Darkroom.Core.Errors;
using Microsoft.Net.Http.Headers;

namespace Darkroom.Server.Api.Common;

/// <summary>The strong ETag of a resource with a version: <c>"3"</c>.</summary>
internal static class EntityTag
{
    public static string Of(long version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Tells the reader which state it got, for the If-Match of a change.</summary>
    public static void SetEntityTag(this HttpResponse response, long version) => response.Headers.ETag = Of(version);
}

/// <summary>
/// The If-Match header of a change. A handler that takes one demands it: without the header the request is refused with
/// PreconditionRequired. A tag that isn't one of ours matches no state.
/// </summary>
/// <param name="Version">The version the caller has seen; null for <c>*</c>, which takes any state.</param>
internal sealed record IfMatch(long? Version)
{
    private const long NoState = -1;

    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0 || string.IsNullOrWhiteSpace(header.ToString()))
        {
            throw CommonErrors.PreconditionRequired.With("resource").On(HeaderNames.IfMatch).AsException();
        }

        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags) || tags.Count != 1)
        {
            throw RequestErrors.HeaderMalformed.With(HeaderNames.IfMatch, "one ETag, or *").On(HeaderNames.IfMatch).AsException();
        }

        return ValueTask.FromResult<IfMatch?>(new IfMatch(tags[0].Equals(EntityTagHeaderValue.Any) ? null : VersionOf(tags[0])));
    }

    private static long VersionOf(EntityTagHeaderValue tag) =>
        !tag.IsWeak && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : NoState;
}
