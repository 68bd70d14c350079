using Darkroom.Contracts.Operations;

namespace Darkroom.PowerShell.Tasks;

/// <summary>A task that shares a prepared spec to a hosting unit, or takes such a share back.</summary>
public sealed class ImageSharingTask : ImageTask
{
    internal ImageSharingTask(OperationDto operation, string host)
        : base(operation, host) => (HostingUnitName, HostingUnitUid) = (operation.HostingUnitName, operation.HostingUnitUid ?? Guid.Empty);

    /// <summary>The unit that the spec is shared to.</summary>
    public string? HostingUnitName { get; }

    public Guid HostingUnitUid { get; }
}
