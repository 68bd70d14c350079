namespace Darkroom.Core.Operations;

/// <summary>
/// What administrators keep beside an operation. Not on the operation's own row: a write to that one would take the operation from the
/// run that has it, in the middle of a step.
/// </summary>
public sealed class OperationMetadata
{
    public required Guid OperationId { get; init; }
    public required IReadOnlyDictionary<string, string> Values { get; set; }
}
