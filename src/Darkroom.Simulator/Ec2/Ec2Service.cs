using System.Xml.Linq;
using Darkroom.Simulator.Ec2.Images;
using Darkroom.Simulator.Ec2.Instances;
using Darkroom.Simulator.Ec2.InstanceTypes;
using Darkroom.Simulator.Ec2.KeyPairs;
using Darkroom.Simulator.Ec2.LaunchTemplates;
using Darkroom.Simulator.Ec2.Networks;
using Darkroom.Simulator.Ec2.SecurityGroups;
using Darkroom.Simulator.Ec2.Snapshots;
using Darkroom.Simulator.Ec2.Tags;
using Darkroom.Simulator.Ec2.Volumes;
using Darkroom.Simulator.Ec2.Zones;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2;

/// <summary>EC2, version 2016-11-15, in its Query protocol.</summary>
internal sealed class Ec2Service : AwsService
{
    private static readonly XNamespace Xmlns = "http://ec2.amazonaws.com/doc/2016-11-15/";

    private readonly Dictionary<string, Ec2Operation> operations = new Ec2Operation[][]
    {
        ZoneOperations.All, NetworkOperations.All, SecurityGroupOperations.All, SecurityGroupRuleOperations.All, ImageOperations.All,
        ImageLifeOperations.All, ImageProtectionOperations.All, ImageReferenceOperations.All, RegisterImageOperation.All, SnapshotOperations.All, VolumeOperations.All, NetworkInterfaceOperations.All, InstanceTypeOperations.All,
        LaunchTemplateOperations.All, LaunchTemplateVersionOperations.All, KeyPairOperations.All, TagOperations.All, InstanceReadOperations.All,
        InstanceAttributeOperations.All, RunInstancesOperation.All, InstancePowerOperations.All, ConsoleOperations.All,
    }.SelectMany(group => group).ToDictionary(operation => operation.Action);

    public override string Name => "ec2";

    public override string ContentType => "text/xml;charset=UTF-8";

    public override bool Changes(AwsCall call) => !Ec2Operation.OnlyReads(call.Action);

    public override string Answer(AwsCall call)
    {
        if (!operations.TryGetValue(call.Action, out var operation))
            throw new AwsException("InvalidAction", $"The action {call.Action} is not valid for this web service.");
        if (operation.Required.FirstOrDefault(name => !call.Parameters[name].Exists) is { } missing)
            throw AwsException.MissingParameter(missing);
        RateLimits.Spend(call);
        using var held = call.Region.Enter();
        foreach (var permission in operation.Permissions(call).Prepend("ec2:" + call.Action))
            call.Demand(permission);
        if (call.Parameters.Flag("DryRun") == true)
        {
            operation.Check?.Invoke(call);
            throw new AwsException("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
        }
        return Xml.Document(new XElement(call.Action + "Response", Xml.Member("requestId", call.RequestId), operation.Answer(call)), Xmlns);
    }

    public override string Error(AwsException error, string requestId) => Xml.Document(Xml.Structure("Response",
        Xml.Structure("Errors", Xml.Structure("Error", Xml.Member("Code", error.Code), Xml.Member("Message", error.Message))),
        Xml.Member("RequestID", requestId)));

    public override AwsException Refusal(AccessRefusedException refusal) =>
        new("UnauthorizedOperation", "You are not authorized to perform this operation. " + refusal.Message, 403);

    public override AwsException Unrecognised(AuthenticationFailure failure) => failure switch
    {
        AuthenticationFailure.WrongSignature => new("SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided.", 403),
        AuthenticationFailure.TooOldOrNew or AuthenticationFailure.TokenExpired => new("RequestExpired", "Request has expired."),
        _ => new("AuthFailure", "AWS was not able to validate the provided access credentials", 401),
    };
}
