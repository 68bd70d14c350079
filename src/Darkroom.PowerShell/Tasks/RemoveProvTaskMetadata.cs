using System.Collections;
using System.Management.Automation;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.Tasks;

/// <summary>Removes names and their values from beside a task. A name that isn't there is no error.</summary>
/// <example>
/// Take a name away from the newest task.
/// <code>Get-ProvTask -MaxRecordCount 1 | Remove-ProvTaskMetadata -Name Ticket</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ProvTaskMetadata", SupportsShouldProcess = true, DefaultParameterSetName = ByName)]
public sealed class RemoveProvTaskMetadata : TaskMetadataCmdlet
{
    /// <summary>A name; its case doesn't matter.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [NoFiles]
    public string Name { get; set; } = "";

    /// <summary>A table whose names are removed; its values don't matter.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByMap)]
    [NoFiles]
    public Hashtable? Map { get; set; }

    protected override void ProcessRecord() => Attempt(
        TaskId, () => Change("Remove", Given(Name, null, Map).Keys.ToDictionary(name => name, string? (_) => null)));
}
