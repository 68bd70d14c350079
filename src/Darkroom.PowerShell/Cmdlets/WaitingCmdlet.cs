using System.Management.Automation;
using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.Sessions;
using Darkroom.PowerShell.Waiting;

namespace Darkroom.PowerShell.Cmdlets;

/// <summary>A cmdlet that waits for an operation of the server's, and shows how far it is.</summary>
public abstract class WaitingCmdlet : ChangingCmdlet
{
    /// <summary>Waits until an operation has ended or is held. Stopping the pipeline leaves it at work and says how to go on.</summary>
    protected OperationDto Follow(Guid operationId)
    {
        var watch = new OperationWatch(operationId, KnownServer(), UserClock.Real);
        var progress = new OperationProgress(operationId);
        OperationDto? operation = null;
        try
        {
            foreach (var sighting in CallEach(watch.WatchAsync))
            {
                operation = (sighting as Sighting.Read)?.Operation ?? operation;
                WriteProgress(progress.After(sighting));
            }

            WriteProgress(progress.End());
        }
        catch (PipelineStoppedException)
        {
            TellHowToGoOn(operationId, operation?.Title);
            throw;
        }

        return operation ?? throw new InvalidOperationException($"Nothing was seen of operation {operationId}.");
    }

    /// <summary>Past the pipeline, which takes nothing any more once it is stopped.</summary>
    private void TellHowToGoOn(Guid operationId, string? title)
    {
        try
        {
            Host.UI?.WriteLine(
                $"{title ?? "The task"} goes on. Get-ProvTask -TaskId {operationId} shows how it stands, Stop-ProvTask -TaskId {operationId} cancels it.");
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            // A host without a screen has nowhere to say it, and the pipeline is stopped all the same.
        }
    }
}
