using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Darkroom.Aws.Errors;

/// <summary>
/// When AWS says to try again: Retry-After in seconds (RFC 9110), or x-amz-retry-after in milliseconds, which the SDK's own
/// retries follow. EC2 documents neither, so that mostly there is none; a date as Retry-After isn't followed.
/// </summary>
internal static class RetryHint
{
    public static TimeSpan? Of(AmazonServiceException failure) => failure.InnerException is HttpErrorResponseException { Response: { } response }
        ? Number(response, "x-amz-retry-after") is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds)
            : Number(response, "Retry-After") is { } seconds ? TimeSpan.FromSeconds(seconds)
            : null
        : null;

    private static int? Number(Amazon.Runtime.Internal.Transform.IWebResponseData response, string header) =>
        response.IsHeaderPresent(header) && int.TryParse(response.GetHeaderValue(header), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
