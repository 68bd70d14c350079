using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;

namespace Darkroom.PowerShell.SnapIns;

/// <summary>Returns the snap-ins that scripts may add. All of them count as added.</summary>
/// <example>
/// Look whether a snap-in is there.
/// <code>Get-PSSnapin -Name Citrix.MachineCreation*</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PSSnapin")]
[Alias("gsnp")]
[OutputType(typeof(SnapIn))]
public sealed class GetPSSnapin : SnapInCmdlet
{
    /// <summary>Names of snap-ins, with or without wildcards; all unless given.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SnapInNames))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Taken so that existing scripts run: what could be added and what was added is the same here.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter Registered { get; set; }

    protected override void ProcessRecord() => WriteObject(Named(Name), enumerateCollection: true);
}
