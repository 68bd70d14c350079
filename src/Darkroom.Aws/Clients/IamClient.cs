using System.Globalization;
using System.Xml.Linq;

namespace Darkroom.Aws.Clients;

/// <summary>The calls of IAM that are needed, in the Query protocol of version 2010-05-08; the SDK's package for it isn't among ours.</summary>
internal sealed class IamClient(SignedPosts posts)
{
    public const string Service = "iam";

    /// <summary>IAM is global, and signed for this Region (AWS general reference, IAM endpoints).</summary>
    public const string GlobalRegion = "us-east-1";

    public static readonly Uri GlobalEndpoint = new("https://iam.amazonaws.com");

    private const string FormType = "application/x-www-form-urlencoded";

    private static readonly XNamespace Xmlns = "https://iam.amazonaws.com/doc/2010-05-08/";

    /// <summary>Counters and quotas of the account by their names; the account's id isn't among them.</summary>
    public async Task<PostAnswer<IReadOnlyDictionary<string, int>>> GetAccountSummaryAsync(CancellationToken ct) =>
        (await PostAsync("GetAccountSummary", [], ct)).Read(IReadOnlyDictionary<string, int> (answer) => answer.Descendants(Xmlns + "entry").ToDictionary(
            entry => entry.Element(Xmlns + "key")!.Value, entry => int.Parse(entry.Element(Xmlns + "value")!.Value, CultureInfo.InvariantCulture)));

    /// <summary>The ARN of a role, with its path; a role that isn't there is NoSuchEntity.</summary>
    public async Task<PostAnswer<string>> GetRoleArnAsync(string name, CancellationToken ct) =>
        (await PostAsync("GetRole", [("RoleName", name)], ct)).Read(answer => answer.Descendants(Xmlns + "Arn").First().Value);

    /// <summary>What the policies of a user or role say to actions on any resource.</summary>
    /// <param name="context">Condition keys with their types and values.</param>
    public async Task<PostAnswer<IReadOnlyList<SimulatedAction>>> SimulatePrincipalPolicyAsync(
        string principalArn, IReadOnlyList<string> actions, IReadOnlyList<(string Key, string Type, string Value)> context, CancellationToken ct)
    {
        List<(string, string)> parameters = [("PolicySourceArn", principalArn), ("MaxItems", "1000")];
        parameters.AddRange(actions.Select((action, index) => ($"ActionNames.member.{index + 1}", action)));
        foreach (var (index, (key, type, value)) in context.Index())
        {
            var entry = $"ContextEntries.member.{index + 1}";
            parameters.AddRange([($"{entry}.ContextKeyName", key), ($"{entry}.ContextKeyType", type), ($"{entry}.ContextKeyValues.member.1", value)]);
        }

        return (await PostAsync("SimulatePrincipalPolicy", parameters, ct)).Read(IReadOnlyList<SimulatedAction> (answer) =>
        [
            .. answer.Descendants(Xmlns + "EvaluationResults").Elements(Xmlns + "member").Select(result => new SimulatedAction(
                result.Element(Xmlns + "EvalActionName")!.Value,
                result.Element(Xmlns + "EvalDecision")!.Value,
                [.. result.Elements(Xmlns + "MissingContextValues").Elements(Xmlns + "member").Select(key => key.Value)])),
        ]);
    }

    private async Task<PostAnswer<XDocument>> PostAsync(string action, IEnumerable<(string Name, string Value)> parameters, CancellationToken ct)
    {
        IEnumerable<(string Name, string Value)> all = [("Action", action), ("Version", "2010-05-08"), .. parameters];
        var body = string.Join('&', all.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        return (await posts.PostAsync(FormType, body, null, Said, ct)).Read(XDocument.Parse);
    }

    private static string? Said(string text, string name) =>
        text.StartsWith('<') ? XDocument.Parse(text).Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value : null;
}

/// <summary>What a simulation said to an action.</summary>
/// <param name="Decision">allowed, explicitDeny or implicitDeny.</param>
/// <param name="MissingContext">Condition keys on which it depends and that weren't given.</param>
internal sealed record SimulatedAction(string Action, string Decision, IReadOnlyList<string> MissingContext)
{
    public bool IsAllowed => Decision == "allowed";
}
