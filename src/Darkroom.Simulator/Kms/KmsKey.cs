using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Kms;

/// <summary>A KMS key: its id is a plain GUID, aliases begin with <c>alias/</c>.</summary>
internal sealed class KmsKey(string id, DateTimeOffset createdAt, string arn) : Resource(id, createdAt)
{
    public override string Kind => "kms-key";

    public override string Status => KeyState;

    public string Arn { get; } = arn;

    public required string KeyState { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Whether a caller means this key by what it wrote: id, ARN, alias, or alias ARN.</summary>
    public bool Answers(string name) =>
        name == Id || name == Arn || Aliases.Any(alias => name == alias || name.EndsWith(":" + alias, StringComparison.Ordinal));
}
