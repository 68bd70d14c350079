using System.Text.Json.Nodes;

namespace Darkroom.Simulator.Http;

/// <summary>A service in AWS JSON 1.1 (KMS, Service Quotas): the target header names the call, errors name their type.</summary>
/// <param name="messageMember">How the service's errors call their message.</param>
internal abstract class AwsJsonService(string messageMember) : AwsService
{
    public override string ContentType => "application/x-amz-json-1.1";

    /// <summary>The call's result.</summary>
    protected abstract JsonObject Result(AwsCall call);

    public override string Answer(AwsCall call) => Result(call).ToJsonString();

    public override string Error(AwsException error, string requestId) =>
        new JsonObject { ["__type"] = error.Code, [messageMember] = error.Message }.ToJsonString();

    public override AwsException Refusal(AccessRefusedException refusal) => new("AccessDeniedException", refusal.Message);

    public override AwsException Unrecognised(AuthenticationFailure failure) => failure switch
    {
        AuthenticationFailure.NotSigned => new("MissingAuthenticationTokenException", "Missing Authentication Token"),
        AuthenticationFailure.WrongSignature or AuthenticationFailure.TooOldOrNew => new("InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided."),
        AuthenticationFailure.TokenExpired => new("ExpiredTokenException", "The security token included in the request is expired"),
        _ => new("UnrecognizedClientException", "The security token included in the request is invalid."),
    };

    protected static AwsException UnknownOperation(AwsCall call) => new("UnknownOperationException", $"The operation {call.Action} is not known.");
}
