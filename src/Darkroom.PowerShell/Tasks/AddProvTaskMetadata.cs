using System.Collections;
using System.Management.Automation;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Tasks;

/// <summary>Keeps names and values beside a task. A name that is there already is refused: Set-ProvTaskMetadata replaces its value.</summary>
/// <example>
/// Keep the number of a ticket beside the newest task.
/// <code>Get-ProvTask -MaxRecordCount 1 | Add-ProvTaskMetadata -Name Ticket -Value CHG-4711</code>
/// </example>
/// <example>
/// Keep several names beside it.
/// <code>Get-ProvTask -MaxRecordCount 1 | Add-ProvTaskMetadata -Map @{ Owner = 'Desktop team'; Reviewed = 'yes' }</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "ProvTaskMetadata", SupportsShouldProcess = true, DefaultParameterSetName = ByName)]
public sealed class AddProvTaskMetadata : TaskMetadataCmdlet
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

    protected override void ProcessRecord() => Attempt(TaskId, () =>
    {
        var given = Given(Name, Value, Map);
        TaskErrors.Named(() => RequireNew(given.Keys), ("OperationNotFound", TaskErrors.UnknownObject));
        Change("Add", given);
    });

    private void RequireNew(IEnumerable<string> names)
    {
        var there = Call(ct => Client.Operations.GetAsync(TaskId, ct)).Metadata.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.FirstOrDefault(there.Contains) is { } taken)
        {
            throw TaskErrors.MetadataThere.With(TaskId, taken);
        }
    }
}
