using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Iam;

/// <summary>IAM, version 2010-05-08. Clients with a custom endpoint sign with their own Region, so any is taken.</summary>
internal sealed class IamService() : AwsQueryService("https://iam.amazonaws.com/doc/2010-05-08/")
{
    public override string Name => "iam";

    protected override IEnumerable<XElement?> Result(AwsCall call)
    {
        Func<AwsCall, IEnumerable<XElement?>> answer = call.Action switch
        {
            "GetAccountSummary" => AccountSummary.Answer,
            "GetRole" => GetRole,
            "SimulatePrincipalPolicy" => PolicySimulation.Answer,
            _ => throw UnknownAction(call),
        };
        call.Demand("iam:" + call.Action);
        return answer(call);
    }

    private static IEnumerable<XElement?> GetRole(AwsCall call)
    {
        var name = call.Parameters.Required("RoleName");
        var role = call.Account.Roles.Find(role => role.Name == name)
            ?? throw new AwsException("NoSuchEntity", $"The role with name {name} cannot be found.", 404);
        return
        [
            Xml.Structure("Role",
                Xml.Member("Path", role.Path), Xml.Member("RoleName", role.Name), Xml.Member("RoleId", role.RoleId), Xml.Member("Arn", role.Arn),
                Xml.Member("CreateDate", role.CreatedAt), Xml.Member("AssumeRolePolicyDocument", Uri.EscapeDataString(role.TrustText)),
                Xml.Member("MaxSessionDuration", 3600)),
        ];
    }
}
