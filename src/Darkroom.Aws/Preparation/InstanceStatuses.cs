using Amazon.EC2.Model;
using InstanceState = Darkroom.Core.Clouds.InstanceState;
using InstanceStatus = Darkroom.Core.Clouds.InstanceStatus;

namespace Darkroom.Aws.Preparation;

/// <summary>EC2's instance states in the port's words.</summary>
internal static class InstanceStatuses
{
    public static InstanceStatus From(Instance instance) => new(
        instance.InstanceId,
        instance.State?.Name?.Value switch
        {
            "pending" => InstanceState.Pending,
            "running" => InstanceState.Running,
            "stopping" => InstanceState.Stopping,
            "stopped" => InstanceState.Stopped,
            "shutting-down" => InstanceState.ShuttingDown,
            "terminated" => InstanceState.Terminated,
            var other => throw new InvalidOperationException($"EC2 has no instance state '{other}'."),
        },
        instance.StateReason?.Message ?? instance.StateTransitionReason ?? "");
}
