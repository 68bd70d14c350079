using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;

namespace Darkroom.PowerShell.SnapIns;

/// <summary>Lets scripts run that begin by adding the snap-ins of the documented cmdlets. The cmdlets are there without it.</summary>
/// <example>
/// See which snap-ins a pattern adds.
/// <code>Add-PSSnapin Citrix* -PassThru</code>
/// </example>
/// <example>
/// Add two by name.
/// <code>Add-PSSnapin -Name Citrix.Host.Admin.V2, Citrix.MachineCreation.Admin.V2 -PassThru</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "PSSnapin")]
[Alias("asnp")]
[OutputType(typeof(SnapIn))]
public sealed class AddPSSnapin : SnapInCmdlet
{
    /// <summary>Names of snap-ins, with or without wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SnapInNames))]
    public string[] Name { get; set; } = [];

    /// <summary>Returns the snap-ins.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var snapIn in Named(Name))
        {
            if (PassThru)
            {
                WriteObject(snapIn);
            }
        }
    }
}
