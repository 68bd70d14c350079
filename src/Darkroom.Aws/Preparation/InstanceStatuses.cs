using Amazon.EC2.Model;
using InstanceState = Darkroom.Core.Clouds.InstanceState;
using InstanceStatus = Darkroom.Core.Clouds.InstanceStatus;

namespace Darkroom.Aws.Preparation;

/// <summary>EC2's instance states in the port's words; null for a state that EC2 didn't have when this was written.</summary>
internal static class InstanceStatuses
{
    public static InstanceStatus? From(Instance instance) => StateOf(instance.State?.Name?.Value) is { } state
        ? new InstanceStatus(instance.InstanceId, state, instance.StateReason?.Message ?? instance.StateTransitionReason ?? "")
        : null;

    private static InstanceState? StateOf(string? state) => state switch
    {
        "pending" => InstanceState.Pending,
        "running" => InstanceState.Running,
        "stopping" => InstanceState.Stopping,
        "stopped" => InstanceState.Stopped,
        "shutting-down" => InstanceState.ShuttingDown,
        "terminated" => InstanceState.Terminated,
        _ => null,
    };
}
