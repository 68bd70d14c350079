using System.Text.Json;

namespace Darkroom.Simulator.Iam;

/// <summary>Who may assume a role: accounts, users or roles by ARN, with an external id where one is demanded.</summary>
internal sealed class TrustPolicy
{
    private readonly List<Entry> entries = [];

    public static TrustPolicy Read(JsonElement document)
    {
        var policy = new TrustPolicy();
        foreach (var statement in document.GetProperty("Statement").EnumerateArray())
        {
            if (statement.GetProperty("Effect").GetString() != "Allow")
                throw new JsonException("The simulator evaluates trust policies that allow.");
            if (!statement.GetProperty("Principal").TryGetProperty("AWS", out var aws))
                continue;
            var arns = aws.ValueKind == JsonValueKind.Array ? aws.EnumerateArray().Select(item => item.GetString()!).ToList() : [aws.GetString()!];
            policy.entries.Add(new(arns, ExternalIdOf(statement)));
        }
        return policy;
    }

    public bool Trusts(Principal principal, string? externalId) => entries.Any(entry =>
        (entry.ExternalId is null || entry.ExternalId == externalId)
        && entry.Arns.Any(arn => arn == "*" || arn == principal.Arn || arn == principal.AccountId || arn == $"arn:aws:iam::{principal.AccountId}:root"));

    private static string? ExternalIdOf(JsonElement statement) =>
        statement.TryGetProperty("Condition", out var condition)
            ? condition.GetProperty("StringEquals").GetProperty("sts:ExternalId").GetString()
            : null;

    private sealed record Entry(List<string> Arns, string? ExternalId);
}
