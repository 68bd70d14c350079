using Orleans.Concurrency;

namespace Darkroom.Runtime.Operations;

/// <summary>One operation; the cluster keeps one activation of it.</summary>
public interface IOperationGrain : IGrainWithGuidKey
{
    /// <summary>Runs the operation if it isn't running, and makes it look at its row again; returns at once.</summary>
    [AlwaysInterleave]
    Task EnsureRunning();

    /// <summary>Runs the operation if it isn't running; one that waits goes on waiting.</summary>
    [AlwaysInterleave]
    Task EnsureStarted();
}
