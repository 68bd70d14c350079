using System.Management.Automation;
using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Tasks;
using Darkroom.PowerShell.Waiting;

namespace Darkroom.PowerShell.Cmdlets;

/// <summary>A cmdlet whose work is an operation of the server's: it waits for the end unless told otherwise.</summary>
public abstract class LongRunningCmdlet : WaitingCmdlet
{
    /// <summary>Returns at once with the id of the task, which Get-ProvTask takes.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter RunAsynchronously { get; set; }

    /// <summary>Removes the task's record when it has ended well. Can't be given together with RunAsynchronously.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter PurgeJobOnSuccess { get; set; }

    protected override void BeginProcessing()
    {
        if (RunAsynchronously && PurgeJobOnSuccess)
        {
            ThrowTerminatingError(ErrorRecords.From(CmdletErrors.ParameterCombination.With(), null));
        }

        base.BeginProcessing();
    }

    /// <summary>
    /// Writes what the cmdlet returns for an operation: its task when it has ended, or its id at once. A task that has failed is written as well, since
    /// scripts look at its TaskState, and its error after it.
    /// </summary>
    protected void WriteTask(Guid operationId)
    {
        if (RunAsynchronously)
        {
            WriteObject(Id(operationId));
            return;
        }

        var operation = Follow(operationId);
        try
        {
            // Before anything is written: who takes it may stop the pipeline there.
            if (PurgeJobOnSuccess && operation.State == OperationState.Succeeded)
            {
                Call(ct => Client.Operations.RemoveAsync(operationId, Context, ct));
            }
        }
        finally
        {
            WriteEnded(operation);
        }
    }

    /// <summary>The work has begun: whatever happens to the question how it stands, its id isn't lost.</summary>
    private object Id(Guid operationId)
    {
        try
        {
            return TaskId.WithMembersOf(ProvTask.Of(Call(ct => Client.Operations.GetAsync(operationId, ct)), ServerHost));
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            WriteWarning($"Task {operationId} has begun, but how it stands couldn't be asked: {e.GetBaseException().Message} Follow it with Get-ProvTask -TaskId {operationId}.");
            return operationId;
        }
    }

    private void WriteEnded(OperationDto operation)
    {
        foreach (var warning in operation.Warnings)
        {
            WriteWarning(warning.InTaskWords().Message);
        }

        WriteObject(ProvTask.Of(operation, ServerHost));
        if (operation.State != OperationState.Succeeded)
        {
            WriteError(TaskFailure.RecordOf(operation));
        }
    }
}
