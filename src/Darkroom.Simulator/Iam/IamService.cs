using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Iam;

/// <summary>IAM, version 2010-05-08. Clients with a custom endpoint sign with their own Region, so any is taken.</summary>
internal sealed class IamService() : AwsQueryService("https://iam.amazonaws.com/doc/2010-05-08/")
{
    public override string Name => "iam";

    public override bool Changes(AwsCall call) => call.Action == "CreateServiceLinkedRole";

    protected override IEnumerable<XElement?> Result(AwsCall call)
    {
        Func<AwsCall, IEnumerable<XElement?>> answer = call.Action switch
        {
            "GetAccountSummary" => AccountSummary.Answer,
            "GetRole" => RoleOperations.Get,
            "CreateServiceLinkedRole" => RoleOperations.CreateServiceLinked,
            "SimulatePrincipalPolicy" => PolicySimulation.Answer,
            _ => throw UnknownAction(call),
        };
        call.Demand("iam:" + call.Action);
        using var held = call.Region.Enter();
        return answer(call);
    }
}
