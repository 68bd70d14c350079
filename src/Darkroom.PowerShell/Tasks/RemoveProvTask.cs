using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Tasks;

/// <summary>Removes the record of a task that has ended. Nothing that the task has made is touched.</summary>
/// <example>
/// Remove the records of all tasks that went well.
/// <code>Get-ProvTask -Filter { TaskState -eq 'Finished' } | Remove-ProvTask</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ProvTask", SupportsShouldProcess = true)]
public sealed class RemoveProvTask : ChangingCmdlet
{
    /// <summary>The task.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid TaskId { get; set; }

    protected override void ProcessRecord() => Attempt(TaskId, () =>
    {
        if (ShouldProcess($"Task {TaskId}", "Remove the record"))
        {
            TaskErrors.Named(
                () => Call(ct => Client.Operations.RemoveAsync(TaskId, Context, ct)),
                ("OperationNotFound", TaskErrors.InvalidWorkflow),
                ("OperationNotEnded", TaskErrors.InvalidWorkflowState),
                ("OperationStuck", TaskErrors.InvalidWorkflowState));
        }
    });
}
