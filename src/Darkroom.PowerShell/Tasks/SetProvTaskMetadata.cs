using System.Collections;
using System.Management.Automation;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.Tasks;

/// <summary>Keeps names and values beside a task, and replaces the values of names that are there already.</summary>
/// <example>
/// Keep the number of a ticket beside the newest task.
/// <code>Get-ProvTask -MaxRecordCount 1 | Set-ProvTaskMetadata -Name Ticket -Value CHG-4711</code>
/// </example>
/// <example>
/// Keep several names beside it.
/// <code>Get-ProvTask -MaxRecordCount 1 | Set-ProvTaskMetadata -Map @{ Owner = 'Desktop team'; Reviewed = 'yes' }</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ProvTaskMetadata", SupportsShouldProcess = true, DefaultParameterSetName = ByName)]
public sealed class SetProvTaskMetadata : TaskMetadataCmdlet
{
    /// <summary>A name; its case doesn't matter.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [NoFiles]
    public string Name { get; set; } = "";

    /// <summary>What is kept under the name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [AllowEmptyString]
    [NoFiles]
    public string Value { get; set; } = "";

    /// <summary>Several names with their values.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByMap)]
    [NoFiles]
    public Hashtable? Map { get; set; }

    protected override void ProcessRecord() => Attempt(TaskId, () => Change("Set", Given(Name, Value, Map)));
}
