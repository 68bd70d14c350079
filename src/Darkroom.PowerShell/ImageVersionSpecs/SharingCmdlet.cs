using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>A cmdlet that changes whether a prepared spec may be used in a hosting unit.</summary>
public abstract class SharingCmdlet : LongRunningCmdlet
{
    /// <summary>The prepared spec.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid ImageVersionSpecUid { get; set; }

    /// <summary>The hosting unit, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid HostingUnitUid { get; set; }

    /// <summary>The hosting unit, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostingUnitNames))]
    public string HostingUnitName { get; set; } = "";

    /// <summary>The hosting unit as the API takes it.</summary>
    protected string HostingUnit => ParameterSetName == ByUid ? HostingUnitUid.ToString() : HostingUnitName;
}
