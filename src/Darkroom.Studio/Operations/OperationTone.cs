using Darkroom.Contracts.Operations;
using Darkroom.Studio.Frame;

namespace Darkroom.Studio.Operations;

/// <summary>States of operations and steps as badges.</summary>
public static class OperationTone
{
    public static (string Text, StateBadge.Tone Kind) Of(OperationState state) => state switch
    {
        OperationState.Pending => ("Pending", StateBadge.Tone.Idle),
        OperationState.Running => ("Running", StateBadge.Tone.Busy),
        OperationState.Undoing => ("Taking back", StateBadge.Tone.Busy),
        OperationState.Held => ("Failed, held", StateBadge.Tone.Held),
        OperationState.Succeeded => ("Succeeded", StateBadge.Tone.Good),
        OperationState.Failed => ("Failed, taken back", StateBadge.Tone.Bad),
        OperationState.Canceled => ("Canceled", StateBadge.Tone.Undone),
        _ => ("Stuck", StateBadge.Tone.Bad),
    };

    /// <param name="whole">Of the operation that the step belongs to.</param>
    public static (string Text, StateBadge.Tone Kind) Of(StepState state, OperationState whole) => state switch
    {
        StepState.Waiting when whole is OperationState.Pending or OperationState.Running or OperationState.Held => ("Waiting", StateBadge.Tone.Idle),
        StepState.Waiting => ("Not reached", StateBadge.Tone.Idle),
        StepState.Running => ("Running", StateBadge.Tone.Busy),
        StepState.Succeeded => ("Done", StateBadge.Tone.Good),
        StepState.Failed => ("Failed", StateBadge.Tone.Bad),
        StepState.Undoing => ("Taking back", StateBadge.Tone.Busy),
        StepState.Undone => ("Taken back", StateBadge.Tone.Undone),
        _ => ("Couldn't be taken back", StateBadge.Tone.Bad),
    };

    /// <summary>Nothing of it moves before somebody asks for something.</summary>
    public static bool IsAtRest(OperationState state) => state is not (OperationState.Pending or OperationState.Running or OperationState.Undoing);
}
