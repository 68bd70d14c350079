using Darkroom.Core.Operations;

namespace Darkroom.Runtime.Operations;

/// <summary>Hands operations to their grains.</summary>
internal sealed class OrleansOperationHost(IGrainFactory grains) : IOperationHost
{
    public Task EnsureRunningAsync(Guid operationId) => grains.GetGrain<IOperationGrain>(operationId).EnsureRunning();
}
