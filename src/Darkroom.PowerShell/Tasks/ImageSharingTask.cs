using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.ImageVersionSpecs;

namespace Darkroom.PowerShell.Tasks;

/// <summary>A task that shares a prepared spec to a hosting unit, or takes such a share back.</summary>
public sealed class ImageSharingTask : ImageTask
{
    internal ImageSharingTask(OperationDto operation, string host)
        : base(operation, host)
    {
        HostingUnitName = operation.HostingUnitName;
        HostingUnitUid = operation.HostingUnitUid ?? Guid.Empty;
        Checks = [.. operation.Checks.Select(check => new ImageVersionSpecCheck(check))];
    }

    /// <summary>The unit that the spec is shared to.</summary>
    public string? HostingUnitName { get; }

    public Guid HostingUnitUid { get; }

    /// <summary>What was looked at before the spec was shared, and what each check came to; empty of a share that is taken back.</summary>
    public ImageVersionSpecCheck[] Checks { get; }
}
