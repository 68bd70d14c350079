namespace Darkroom.Core.Operations;

/// <summary>Runs operations somewhere in the cluster, one activation each.</summary>
public interface IOperationHost
{
    /// <summary>Makes sure that the operation runs, and looks at its row again soon; returns at once.</summary>
    Task EnsureRunningAsync(Guid operationId);
}
