using System.Management.Automation;
using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Tasks;
using Darkroom.PowerShell.Waiting;

namespace Darkroom.PowerShell.Cmdlets;

/// <summary>A cmdlet whose work is an operation of the server's: it waits for the end unless told otherwise.</summary>
public abstract class LongRunningCmdlet : ChangingCmdlet
{
    /// <summary>Returns at once with the id of the task, which Get-ProvTask takes.</summary>
    [Parameter]
    public SwitchParameter RunAsynchronously { get; set; }

    /// <summary>Removes the task's record when it has ended well. Can't be given together with RunAsynchronously.</summary>
    [Parameter]
    public SwitchParameter PurgeJobOnSuccess { get; set; }

    protected override void BeginProcessing()
    {
        if (RunAsynchronously && PurgeJobOnSuccess)
        {
            ThrowTerminatingError(ErrorRecords.From(CmdletErrors.ParameterCombination.With(), null));
        }

        base.BeginProcessing();
    }

    /// <summary>Writes what the cmdlet returns for an operation: its task when it has ended, or its id at once.</summary>
    /// <param name="task">Makes the task's object of the operation.</param>
    protected void WriteTask(Guid operationId, Func<OperationDto, ProvTask> task)
    {
        if (RunAsynchronously)
        {
            WriteObject(TaskId.WithMembersOf(task(Read(operationId))));
            return;
        }

        Follow(Read(operationId));
        WriteObject(task(Read(operationId)));
    }

    private OperationDto Read(Guid operationId) => Call(ct => Client.Operations.GetAsync(operationId, ct));

    private void Follow(OperationDto operation)
    {
        var events = Call(ct => Task.FromResult(Client.Operations.FollowAsync(operation.OperationId, ct: ct).GetAsyncEnumerator(ct)));
        try
        {
            while (Call(_ => events.MoveNextAsync().AsTask()))
            {
                WriteProgress(OperationProgress.Of(operation.Title, events.Current));
            }
        }
        finally
        {
            Call(_ => events.DisposeAsync().AsTask());
        }

        WriteProgress(OperationProgress.End(operation.Title));
    }
}
