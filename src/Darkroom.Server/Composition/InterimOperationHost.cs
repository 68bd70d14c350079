using Darkroom.Core.Operations;

namespace Darkroom.Server.Composition;

internal sealed class InterimOperationHost : IOperationHost
{
    public Task EnsureRunningAsync(Guid operationId) => Task.CompletedTask;
}
