using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Tasks;

/// <summary>
/// Cancels a task: what it has made is taken back, and its TaskState becomes Canceled. A failed task whose work is still kept can be cancelled as well.
/// </summary>
/// <example>
/// Cancel everything that is at work.
/// <code>Get-ProvTask -Active $true | Stop-ProvTask</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "ProvTask", SupportsShouldProcess = true)]
public sealed class StopProvTask : ChangingCmdlet
{
    /// <summary>The task.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid TaskId { get; set; }

    protected override void ProcessRecord() => Attempt(TaskId, () =>
    {
        if (ShouldProcess($"Task {TaskId}", "Cancel, and take back what it has made"))
        {
            TaskErrors.Named(
                () => Call(ct => Client.Operations.CancelAsync(TaskId, Context, ct)),
                ("OperationNotFound", TaskErrors.InvalidWorkflow),
                ("OperationEnded", TaskErrors.InvalidWorkflow));
        }
    });
}
