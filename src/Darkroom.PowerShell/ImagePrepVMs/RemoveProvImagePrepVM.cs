using System.Management.Automation;
using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Waiting;

namespace Darkroom.PowerShell.ImagePrepVMs;

/// <summary>
/// Terminates a preparation instance that is kept after its preparation has failed, and waits until everything that this preparation has made is taken back.
/// The prepared spec stays as failed.
/// </summary>
/// <example>
/// Remove what is kept of the preparations of a definition.
/// <code>Get-ProvImagePrepVM -ImageDefinitionName office | Remove-ProvImagePrepVM</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ProvImagePrepVM", SupportsShouldProcess = true)]
public sealed class RemoveProvImagePrepVM : WaitingCmdlet
{
    /// <summary>The task of the preparation that has failed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid TaskId { get; set; }

    protected override void ProcessRecord() => Attempt(TaskId, () =>
    {
        if (!ShouldProcess($"Preparation instance of task {TaskId}", "Terminate, and take back what else the preparation has made"))
        {
            return;
        }

        TaskErrors.Named(
            () => Call(ct => Client.Operations.DiscardAsync(TaskId, Context, ct)),
            ("OperationNotFound", TaskErrors.InvalidWorkflow),
            ("OperationNotDiscardable", TaskErrors.InvalidWorkflowState));
        var operation = Follow(TaskId);
        if (operation.State is not (OperationState.Failed or OperationState.Canceled))
        {
            WriteError(TaskFailure.RecordOf(operation));
        }
    });
}
