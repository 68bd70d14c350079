using System.Text.Json.Nodes;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Kms;

/// <summary>KMS in AWS JSON 1.1; the target's prefix is <c>TrentService</c>.</summary>
internal sealed class KmsService() : AwsJsonService("message")
{
    public override string Name => "kms";

    protected override JsonObject Result(AwsCall call)
    {
        if (call.Action != "DescribeKey")
            throw UnknownOperation(call);
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
        };
    }
}
