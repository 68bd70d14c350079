using Darkroom.Contracts.Operations;

namespace Darkroom.PowerShell.Tasks;

/// <summary>What an operation's state means to somebody outside.</summary>
internal static class OperationStates
{
    /// <summary>Something goes on. A held operation waits for a person, which is an end to everybody else.</summary>
    public static bool IsActive(this OperationState state) => state is OperationState.Pending or OperationState.Running or OperationState.Undoing;
}
