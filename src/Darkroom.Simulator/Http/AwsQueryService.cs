using System.Xml.Linq;

namespace Darkroom.Simulator.Http;

/// <summary>A service in the AWS Query protocol (STS, IAM): results are wrapped, lists have <c>member</c>s.</summary>
internal abstract class AwsQueryService(XNamespace xmlns) : AwsService
{
    public override string ContentType => "text/xml";

    /// <summary>The members of the call's result.</summary>
    protected abstract IEnumerable<XElement?> Result(AwsCall call);

    public override string Answer(AwsCall call) => Xml.Document(
        Xml.Structure(call.Action + "Response",
            new XElement(call.Action + "Result", Result(call)),
            Xml.Structure("ResponseMetadata", Xml.Member("RequestId", call.RequestId))), xmlns);

    public override string Error(AwsException error, string requestId) => Xml.Document(
        Xml.Structure("ErrorResponse",
            Xml.Structure("Error",
                Xml.Member("Type", error.Status < 500 ? "Sender" : "Receiver"), Xml.Member("Code", error.Code), Xml.Member("Message", error.Message)),
            Xml.Member("RequestId", requestId)), xmlns);

    public override AwsException Refusal(AccessRefusedException refusal) => new("AccessDenied", refusal.Message, 403);

    public override AwsException Unrecognised(AuthenticationFailure failure) => failure switch
    {
        AuthenticationFailure.NotSigned => new("MissingAuthenticationToken", "Request is missing Authentication Token", 403),
        AuthenticationFailure.WrongSignature => new("SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided.", 403),
        AuthenticationFailure.TooOldOrNew => new("RequestExpired", "Request has expired.", 400),
        AuthenticationFailure.TokenExpired => new("ExpiredToken", "The security token included in the request is expired", 403),
        _ => new("InvalidClientTokenId", "The security token included in the request is invalid.", 403),
    };

    protected static AwsException UnknownAction(AwsCall call) => new("InvalidAction", $"Could not find operation {call.Action}");
}
