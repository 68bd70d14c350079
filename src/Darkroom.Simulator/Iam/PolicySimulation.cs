using System.Text.RegularExpressions;
using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Iam;

/// <summary>
/// SimulatePrincipalPolicy: what a user's or role's policy would say to some actions on some resources. A session's ARN isn't accepted, as at AWS.
/// Answers come in pages of 100 unless the call asks for others.
/// </summary>
internal static partial class PolicySimulation
{
    private const int UsualPage = 100;
    private const int LargestPage = 1000;

    public static IEnumerable<XElement?> Answer(AwsCall call)
    {
        var arn = call.Parameters.Required("PolicySourceArn");
        var actions = call.Parameters["ActionNames"].Texts("member");
        if (actions.Count == 0)
            throw InvalidInput("ActionNames must name an action.");
        if (actions.FirstOrDefault(action => !ActionForm().IsMatch(action)) is { } malformed)
            throw InvalidInput($"Invalid action name: {malformed}.");
        var resources = call.Parameters["ResourceArns"].Texts("member");
        var policy = PolicyOf(call, arn);
        var results = actions.SelectMany(action => (resources.Count > 0 ? resources : ["*"]).Select(resource => Result(policy, action, resource)));
        return Page(call, [.. results]);
    }

    private static XElement?[] Page(AwsCall call, List<XElement?[]> results)
    {
        var size = call.Parameters.Number("MaxItems") ?? UsualPage;
        if (size is < 1 or > LargestPage)
            throw new AwsException("ValidationError", $"MaxItems must be from 1 to {LargestPage}.");
        var start = call.Parameters.Text("Marker") is not { } marker ? 0
            : PageToken.Position(call, marker) ?? throw InvalidInput("Invalid Marker.");
        var next = start + size;
        return
        [
            Xml.Members("EvaluationResults", results.Skip(start).Take(size)), Xml.Member("IsTruncated", next < results.Count),
            Xml.Member("Marker", next < results.Count ? PageToken.Of(call, next) : null),
        ];
    }

    private static XElement?[] Result(PolicyDocument policy, string action, string resource) =>
    [
        Xml.Member("EvalActionName", action), Xml.Member("EvalResourceName", resource), Xml.Member("EvalDecision", Word(policy.Decide(action))),
        Xml.Members("MatchedStatements", []), Xml.Members("MissingContextValues", []),
    ];

    private static PolicyDocument PolicyOf(AwsCall call, string arn)
    {
        if (!arn.StartsWith("arn:aws:iam::", StringComparison.Ordinal))
            throw InvalidInput($"Invalid Entity Arn: {arn} does not clearly define entity type and name.");
        return call.Account.Users.Find(user => user.Principal.Arn == arn)?.Principal.Policy
            ?? call.Account.Roles.Find(role => role.Arn == arn)?.Policy
            ?? throw new AwsException("NoSuchEntity", $"{arn} cannot be found.", 404);
    }

    private static AwsException InvalidInput(string message) => new("InvalidInput", message);

    private static string Word(Decision decision) => decision switch
    {
        Decision.Allowed => "allowed",
        Decision.ExplicitDeny => "explicitDeny",
        _ => "implicitDeny",
    };

    [GeneratedRegex("^[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+$")]
    private static partial Regex ActionForm();
}
