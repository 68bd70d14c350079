using System.Management.Automation;
using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.Tasks;

/// <summary>Returns tasks, at work and ended, the newest first.</summary>
/// <example>
/// Show what is at work.
/// <code>Get-ProvTask -Active $true</code>
/// </example>
/// <example>
/// Show the five preparations of the last week that took longest.
/// <code>Get-ProvTask -Type NewProvImageVersionSpec -Filter { DateStarted -gt '-7' } -SortBy '-ActiveElapsedTime' -MaxRecordCount 5</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProvTask")]
[OutputType(typeof(ProvTask))]
public sealed class GetProvTask : ListingCmdlet
{
    /// <summary>Only the task with this id.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [NoFiles]
    public Guid? TaskId { get; set; }

    /// <summary>Only tasks of this type.</summary>
    [Parameter]
    [ValidateNotNull]
    public ProvTaskType? Type { get; set; }

    /// <summary>Only tasks that are at work, or only those that aren't.</summary>
    [Parameter]
    [ValidateNotNull]
    public bool? Active { get; set; }

    /// <summary>Only tasks with this metadata, as name:value; with wildcards, with any that matches.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [NoFiles]
    public string? Metadata { get; set; }

    protected override void ProcessRecord() => Attempt(TaskId, () =>
    {
        var metadata = NamePattern.Of(Metadata);
        bool Wanted(ProvTask task) =>
            (Type is null || task.TaskType == Type)
            && (Active is null || task.Active == Active)
            && (metadata is null || task.Metadata.Any(entry => metadata.Matches(entry.ToString())));
        ProvTask Show(OperationDto operation) => ProvTask.Of(operation, ServerHost);

        if (TaskId is { } id)
        {
            TaskErrors.Named(
                () => WriteOne(ct => Client.Operations.GetAsync(id, ct), Show, Wanted), ("OperationNotFound", TaskErrors.UnknownObject));
        }
        else
        {
            WriteListing(
                (size, token, ct) => Client.Operations.ListAsync(taskType: Type?.ToString(), active: Active, pageSize: size, pageToken: token, ct: ct),
                Show,
                metadata is null ? null : Wanted);
        }
    });
}
