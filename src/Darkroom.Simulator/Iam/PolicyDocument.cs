using System.Text.Json;

namespace Darkroom.Simulator.Iam;

/// <summary>
/// An identity policy. Only what is evaluated here may be written in it: a statement that narrows by resource or condition is refused when it is
/// read, since ignoring that would allow more than AWS does.
/// </summary>
internal sealed class PolicyDocument
{
    /// <summary>Allows every action.</summary>
    public static readonly PolicyDocument Everything = new([new Statement(true, ["*"])]);

    private readonly List<Statement> statements;

    private PolicyDocument(List<Statement> statements) => this.statements = statements;

    public static PolicyDocument Read(JsonElement document)
    {
        var statement = document.GetProperty("Statement");
        var all = statement.ValueKind == JsonValueKind.Array ? statement.EnumerateArray().ToList() : [statement];
        return new([.. all.Select(ReadStatement)]);
    }

    /// <summary>Whether an action such as <c>ec2:RunInstances</c> is allowed, denied in so many words, or just not allowed.</summary>
    public Decision Decide(string action)
    {
        var matching = statements.Where(statement => statement.Actions.Any(pattern => Pattern.Matches(pattern, action, ignoreCase: true))).ToList();
        if (matching.Exists(statement => !statement.Allows))
            return Decision.ExplicitDeny;
        return matching.Count > 0 ? Decision.Allowed : Decision.ImplicitDeny;
    }

    public bool Allows(string action) => Decide(action) == Decision.Allowed;

    private static Statement ReadStatement(JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name is not ("Sid" or "Effect" or "Action" or "Resource"))
                throw new JsonException($"The simulator doesn't evaluate {member.Name} in a policy statement.");
        }
        if (json.TryGetProperty("Resource", out var resource) && Strings(resource).Any(arn => arn != "*"))
            throw new JsonException("The simulator evaluates policy statements for Resource \"*\" only.");
        return new(json.GetProperty("Effect").GetString() == "Allow", Strings(json.GetProperty("Action")));
    }

    private static List<string> Strings(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(item => item.GetString()!)] : [json.GetString()!];

    private sealed record Statement(bool Allows, List<string> Actions);
}

/// <summary>What a policy says to an action.</summary>
internal enum Decision
{
    Allowed,
    ExplicitDeny,
    ImplicitDeny,
}
