using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Iam;

/// <summary>SimulatePrincipalPolicy: what a user's or role's policy would say to some actions. A session's ARN isn't accepted, as at AWS.</summary>
internal static class PolicySimulation
{
    public static IEnumerable<XElement?> Answer(AwsCall call)
    {
        var arn = call.Parameters.Required("PolicySourceArn");
        var actions = call.Parameters["ActionNames"].Texts("member");
        if (actions.Count == 0)
            throw new AwsException("InvalidInput", "ActionNames must name an action.");
        var policy = PolicyOf(call, arn);
        return
        [
            Xml.Members("EvaluationResults", actions.Select(action => (XElement?[])
            [
                Xml.Member("EvalActionName", action), Xml.Member("EvalResourceName", "*"), Xml.Member("EvalDecision", Word(policy.Decide(action))),
                Xml.Members("MatchedStatements", []), Xml.Members("MissingContextValues", []),
            ])),
            Xml.Member("IsTruncated", false),
        ];
    }

    private static PolicyDocument PolicyOf(AwsCall call, string arn)
    {
        if (!arn.StartsWith("arn:aws:iam::", StringComparison.Ordinal))
            throw new AwsException("InvalidInput", $"Invalid Entity Arn: {arn} does not clearly define entity type and name.");
        return call.Account.Users.Find(user => user.Principal.Arn == arn)?.Principal.Policy
            ?? call.Account.Roles.Find(role => role.Arn == arn)?.Policy
            ?? throw new AwsException("NoSuchEntity", $"{arn} cannot be found.", 404);
    }

    private static string Word(Decision decision) => decision switch
    {
        Decision.Allowed => "allowed",
        Decision.ExplicitDeny => "explicitDeny",
        _ => "implicitDeny",
    };
}
