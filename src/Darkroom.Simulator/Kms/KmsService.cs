using System.Text.Json.Nodes;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Kms;

/// <summary>KMS in AWS JSON 1.1; the target's prefix is <c>TrentService</c>.</summary>
internal sealed class KmsService : AwsService
{
    public override string Name => "kms";

    public override string ContentType => "application/x-amz-json-1.1";

    public override string Answer(AwsCall call)
    {
        if (call.Action != "DescribeKey")
            throw new AwsException("UnknownOperationException", $"The operation {call.Action} is not known.");
        call.Demand("kms:DescribeKey");
        var name = call.Parameters.Text("KeyId") ?? throw new AwsException("ValidationException", "KeyId must be given.");
        using var held = call.Region.Enter();
        var key = call.Region.Resources.All<KmsKey>().FirstOrDefault(key => key.Answers(name))
            ?? throw new AwsException("NotFoundException", $"Key '{name}' does not exist");
        return new JsonObject
        {
            ["KeyMetadata"] = new JsonObject
            {
                ["AWSAccountId"] = call.Region.AccountId,
                ["KeyId"] = key.Id,
                ["Arn"] = key.Arn,
                ["CreationDate"] = key.CreatedAt.ToUnixTimeSeconds(),
                ["Description"] = key.Description,
                ["Enabled"] = key.KeyState == "Enabled",
                ["KeyManager"] = "CUSTOMER",
                ["KeySpec"] = "SYMMETRIC_DEFAULT",
                ["KeyState"] = key.KeyState,
                ["KeyUsage"] = "ENCRYPT_DECRYPT",
                ["MultiRegion"] = false,
                ["Origin"] = "AWS_KMS",
            },
        }.ToJsonString();
    }

    public override string Error(AwsException error, string requestId) =>
        new JsonObject { ["__type"] = error.Code, ["message"] = error.Message }.ToJsonString();

    public override AwsException Refusal(AccessRefusedException refusal) => new("AccessDeniedException", refusal.Message);

    public override AwsException Unrecognised(AuthenticationFailure failure) => failure switch
    {
        AuthenticationFailure.NotSigned => new("MissingAuthenticationTokenException", "Missing Authentication Token"),
        AuthenticationFailure.WrongSignature or AuthenticationFailure.TooOldOrNew => new("InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided."),
        AuthenticationFailure.TokenExpired => new("ExpiredTokenException", "The security token included in the request is expired"),
        _ => new("UnrecognizedClientException", "The security token included in the request is invalid."),
    };
}
