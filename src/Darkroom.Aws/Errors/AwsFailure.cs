using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Amazon.Runtime;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>Turns what the SDK throws into the catalogue's errors; the cause keeps AWS's own code, words and request id.</summary>
internal static partial class AwsFailure
{
    public static CloudException Translate(Exception failure, string action) => failure switch
    {
        CloudException known => known,
        // Without keys the SDK passes over SigV4 and complains of the next signer's missing package.
        AWSCommonRuntimeException => new CloudException(AccessErrors.CredentialsMissing.With(action), transient: false),
        AmazonServiceException { ErrorCode.Length: > 0 } answered => Answered(answered, action),
        AmazonServiceException { StatusCode: >= HttpStatusCode.Ambiguous } unreadable => Unreadable(unreadable, action),
        // A 2xx that breaks off in the midst: what was asked for may have been done.
        AmazonUnmarshallingException or AmazonServiceException { StatusCode: not 0 } or XmlException or JsonException => AnswerUnreadable(action, failure),
        OperationCanceledException or TimeoutException => Transient(FaultErrors.TimedOut.With(action), failure),
        HttpRequestException or IOException or SocketException or AmazonServiceException => Transient(FaultErrors.Unreachable.With(action), failure),
        AmazonClientException when IsSilence(failure.InnerException) => Transient(FaultErrors.Unreachable.With(action), failure),
        AmazonClientException when LooksForCredentials(failure) =>
            new CloudException(AccessErrors.CredentialsMissing.With(action) with { Detail = AwsWords.Clean(failure.Message) }, transient: false),
        // However deep: the SDK wraps a connection that broke while it read an answer.
        _ when IsSilence(failure.InnerException) => Transient(FaultErrors.Unreachable.With(action), failure),
        _ => new CloudException(FaultErrors.CallFailed.With(action, failure.GetType().Name) with { Detail = AwsWords.Clean(failure.Message) }, false),
    };

    /// <summary>Whether AWS answered with this code.</summary>
    public static bool Is(this CloudException failure, params ReadOnlySpan<string> codes) =>
        failure.CloudCode is { } code && codes.Contains(code);

    /// <summary>Whether AWS says that something the call names isn't there.</summary>
    public static bool IsMissing(this CloudException failure) =>
        failure.CloudCode is { } code && (code.EndsWith(".NotFound", StringComparison.Ordinal)
            || code.EndsWith("NotFoundException", StringComparison.Ordinal) || code.EndsWith(".VersionNotFound", StringComparison.Ordinal));

    /// <summary>Whether what the call names isn't there or can't be: an id of the wrong form, an unknown instance type or zone.</summary>
    public static bool IsAboutId(this CloudException failure) =>
        failure.IsMissing() || (failure.CloudCode is { } code
            && (code.EndsWith(".Malformed", StringComparison.Ordinal) || code is "InvalidInstanceType" or "InvalidParameterValue" or "ValidationError"));

    /// <summary>Says that something was made a moment ago and can't be seen yet.</summary>
    public static CloudException NotVisibleYet(CloudException failure, string kind, string id) => new(
        CloudErrors.NotVisibleYet.With(kind, id) with { Detail = failure.Error.Detail }, transient: true);

    /// <summary>What an answer that is read names must have; one without it was cut or isn't AWS's, and the call may have taken effect.</summary>
    public static string Answered(string? id, string action) =>
        id is { Length: > 0 } ? id : throw new CloudException(FaultErrors.AnswerUnreadable.With(action), transient: true);

    private static CloudException Answered(AmazonServiceException failure, string action)
    {
        var detail = $"{failure.ErrorCode}: {AwsWords.Clean(failure.Message)} (request {failure.RequestId})";
        var meaning = AwsErrorCodes.All.GetValueOrDefault(failure.ErrorCode) ?? Unlisted(failure);
        var error = meaning is null
            ? FaultErrors.CallFailed.With(action, failure.ErrorCode)
            : Meant(meaning.Definition, failure).With(Asked(failure, action));
        var transient = meaning?.Transient ?? failure.StatusCode >= HttpStatusCode.InternalServerError;
        return new CloudException(error with { Detail = detail }, transient, RetryHint.Of(failure))
        {
            CloudCode = failure.ErrorCode,
            DeniedAction = error.Definition == AccessErrors.MissingPermission ? Asked(failure, action) : null,
        };
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
            ? new CloudException(FaultErrors.Fault.With(action) with { Detail = AwsWords.Clean(failure.Message) }, transient: true, RetryHint.Of(failure))
            : new CloudException(
                FaultErrors.CallFailed.With(action, $"HTTP {(int)failure.StatusCode}") with { Detail = AwsWords.Clean(failure.Message) }, false);

    private static CloudException AnswerUnreadable(string action, Exception failure) => Transient(FaultErrors.AnswerUnreadable.With(action), failure);

    private static bool IsSilence(Exception? failure) => failure is not null
        && (failure is HttpRequestException or IOException or SocketException or OperationCanceledException or TimeoutException || IsSilence(failure.InnerException));

    private static CloudException Transient(Error error, Exception failure) =>
        new(error with { Detail = AwsWords.Clean(failure.Message) }, transient: true);

    private static bool LooksForCredentials(Exception failure) => failure.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)")]
    private static partial Regex DeniedAction();
}
