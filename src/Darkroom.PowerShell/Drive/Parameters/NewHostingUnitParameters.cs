using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.Drive;

/// <summary>What New-Item takes at <c>XDHyp:\HostingUnits</c>.</summary>
public sealed class NewHostingUnitParameters : HostingUnitParameters
{
    /// <summary>The connection by its name. Without name and uid it is the one that RootPath begins with.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HypervisorConnectionNames))]
    public string? HypervisorConnectionName { get; set; }

    /// <summary>The connection by its uid.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid HypervisorConnectionUid { get; set; }

    /// <summary>Path of the VPC below the connection.</summary>
    [Parameter]
    public string? RootPath { get; set; }

    /// <summary>The availability zone: its path below the VPC, or its bare name. Without it, the zone that the subnets' paths lead through.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? AvailabilityZonePath { get; set; }

    /// <summary>Has to be left out or empty: the cloud places volumes itself.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [NoFiles]
    public string[]? StoragePath { get; set; }

    /// <summary>Has to be left out or empty: there are no personal disks.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [NoFiles]
    public string[]? PersonalvDiskStoragePath { get; set; }

    /// <summary>Has no effect: a machine's GPU comes with its service offering.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [NoFiles]
    public string? GpuGroup { get; set; }

    /// <summary>Has no effect: whatever Darkroom makes carries its tags.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter NoVmTagging { get; set; }

    /// <summary>Has no effect: there is no storage to cache.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter UseLocalStorageCaching { get; set; }

    /// <summary>Taken so that existing scripts run. Making a hosting unit is no job.</summary>
    [Parameter]
    [NoFiles]
    public Guid JobGroup { get; set; }
}
