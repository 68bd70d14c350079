using System.Net;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>Turns what the SDK throws into the catalogue's errors; the cause keeps AWS's own code, words and request id.</summary>
internal static partial class AwsFailure
{
    private const int LongestDetail = 1000;

    public static CloudException Translate(Exception failure, string action) => failure switch
    {
        CloudException known => known,
        // Without keys the SDK passes over SigV4 and complains of the next signer's missing package.
        AWSCommonRuntimeException => new CloudException(AccessErrors.CredentialsMissing.With(action), transient: false, inner: failure),
        AmazonServiceException { ErrorCode.Length: > 0 } answered => Answered(answered, action),
        AmazonServiceException { StatusCode: not 0 } unreadable => Unreadable(unreadable, action),
        OperationCanceledException => Transient(FaultErrors.TimedOut.With(action), failure),
        HttpRequestException or IOException or AmazonServiceException => Transient(FaultErrors.Unreachable.With(action), failure),
        AmazonClientException when failure.InnerException is HttpRequestException or IOException or OperationCanceledException =>
            Transient(FaultErrors.Unreachable.With(action), failure),
        AmazonClientException when LooksForCredentials(failure) =>
            new CloudException(AccessErrors.CredentialsMissing.With(action) with { Detail = Clean(failure.Message) }, transient: false, inner: failure),
        _ => new CloudException(FaultErrors.CallFailed.With(action, failure.GetType().Name) with { Detail = Clean(failure.Message) }, false, inner: failure),
    };

    /// <summary>Whether AWS answered with this code.</summary>
    public static bool Is(this CloudException failure, params ReadOnlySpan<string> codes) =>
        failure.InnerException is AmazonServiceException answered && codes.Contains(answered.ErrorCode);

    /// <summary>Whether AWS says that something the call names isn't there.</summary>
    public static bool IsMissing(this CloudException failure) =>
        failure.InnerException is AmazonServiceException { ErrorCode: { } code } && (code.EndsWith(".NotFound", StringComparison.Ordinal)
            || code.EndsWith("NotFoundException", StringComparison.Ordinal) || code.EndsWith(".VersionNotFound", StringComparison.Ordinal));

    /// <summary>Whether what the call names isn't there or can't be: an id of the wrong form, an unknown instance type or zone.</summary>
    public static bool IsAboutId(this CloudException failure) =>
        failure.IsMissing() || (failure.InnerException is AmazonServiceException { ErrorCode: { } code }
            && (code.EndsWith(".Malformed", StringComparison.Ordinal) || code is "InvalidInstanceType" or "InvalidParameterValue" or "ValidationError"));

    /// <summary>Says that something was made a moment ago and can't be seen yet.</summary>
    public static CloudException NotVisibleYet(CloudException failure, string kind, string id) => new(
        CloudErrors.NotVisibleYet.With(kind, id) with { Detail = failure.Error.Detail }, transient: true, inner: failure);

    private static CloudException Answered(AmazonServiceException failure, string action)
    {
        var detail = $"{failure.ErrorCode}: {Clean(failure.Message)} (request {failure.RequestId})";
        var meaning = AwsErrorCodes.All.GetValueOrDefault(failure.ErrorCode) ?? Unlisted(failure);
        var error = meaning is null
            ? FaultErrors.CallFailed.With(action, failure.ErrorCode)
            : Meant(meaning.Definition, failure).With(Asked(failure, action));
        var transient = meaning?.Transient ?? failure.StatusCode >= HttpStatusCode.InternalServerError;
        return new CloudException(error with { Detail = detail }, transient, inner: failure);
    }

    // Families of codes that grow with AWS: a new kind of resource or quota still gets a fitting error.
    private static AwsErrorMeaning? Unlisted(AmazonServiceException failure) => failure.ErrorCode switch
    {
        var code when code.EndsWith(".NotFound", StringComparison.Ordinal) => new(LookupErrors.ResourceNotFound),
        var code when code.EndsWith(".InUse", StringComparison.Ordinal) => new(StateErrors.ResourceInUse),
        var code when code.EndsWith("LimitExceeded", StringComparison.Ordinal) => new(QuotaErrors.ResourceQuotaExceeded),
        _ => null,
    };

    // A signature is also refused for its date.
    private static ErrorDefinition Meant(ErrorDefinition definition, AmazonServiceException failure) =>
        definition == AccessErrors.SignatureRejected
        && (failure.Message.Contains("expired", StringComparison.OrdinalIgnoreCase) || failure.Message.Contains("not yet current", StringComparison.OrdinalIgnoreCase))
            ? AccessErrors.ClockSkew
            : definition;

    // One call may need several permissions (a launch with tags or a role): the message names the one that is missing.
    private static string Asked(AmazonServiceException failure, string action) =>
        DeniedAction().Match(failure.Message) is { Success: true } denied ? denied.Groups[1].Value : action;

    private static CloudException Unreadable(AmazonServiceException failure, string action) =>
        failure.StatusCode >= HttpStatusCode.InternalServerError
            ? Transient(FaultErrors.Fault.With(action), failure)
            : new CloudException(
                FaultErrors.CallFailed.With(action, $"HTTP {(int)failure.StatusCode}") with { Detail = Clean(failure.Message) }, false, inner: failure);

    private static CloudException Transient(Error error, Exception failure) =>
        new(error with { Detail = Clean(failure.Message) }, transient: true, inner: failure);

    private static bool LooksForCredentials(Exception failure) => failure.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase);

    // Lines after the first may repeat the signed request with its session token, and encoded text helps nobody.
    private static string Clean(string message)
    {
        var text = message.Split(['\r', '\n'], 2)[0];
        var encoded = text.IndexOf("Encoded authorization failure message", StringComparison.Ordinal);
        text = (encoded >= 0 ? text[..encoded] : text).Trim();
        return text.Length <= LongestDetail ? text : text[..LongestDetail];
    }

    [GeneratedRegex(@"not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)")]
    private static partial Regex DeniedAction();
}
