using Darkroom.Contracts.Operations;

namespace Darkroom.PowerShell.Tasks;

/// <summary>A task that removes a spec.</summary>
public sealed class ImageRemovalTask : ImageTask
{
    internal ImageRemovalTask(OperationDto operation, string host)
        : base(operation, host) => PurgeDbOnly = operation.Removal?.PurgeDbOnly ?? false;

    /// <summary>The record is forgotten and what is in the account stays.</summary>
    public bool PurgeDbOnly { get; }
}
