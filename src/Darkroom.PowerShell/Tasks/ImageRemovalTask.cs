using Darkroom.Contracts.Operations;

namespace Darkroom.PowerShell.Tasks;

/// <summary>A task that removes a spec.</summary>
public sealed class ImageRemovalTask : ImageTask
{
    internal ImageRemovalTask(OperationDto operation, string host)
        : base(operation, host)
    {
        PurgeDbOnly = operation.Removal?.PurgeDbOnly ?? false;
        HostingUnitUid = operation.HostingUnitUid ?? Guid.Empty;
        HostingUnitName = operation.HostingUnitName ?? operation.Removed?.HostingUnitName;
    }

    /// <summary>The unit that the spec was made in.</summary>
    public string? HostingUnitName { get; }

    public Guid HostingUnitUid { get; }

    /// <summary>The record is forgotten and what is in the account stays.</summary>
    public bool PurgeDbOnly { get; }
}
