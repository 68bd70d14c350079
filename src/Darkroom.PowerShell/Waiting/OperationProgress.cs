using System.Management.Automation;
using Darkroom.Contracts.Operations;

namespace Darkroom.PowerShell.Waiting;

/// <summary>An operation as a progress record: its title, the step it is at, its last event, and how far it has come.</summary>
internal sealed class OperationProgress(Guid operationId)
{
    // Records with one id replace each other on the screen; two operations at once have different ones.
    private readonly int _id = operationId.GetHashCode() & int.MaxValue;
    private string _activity = $"Task {operationId}";
    private string _step = "";
    private string _event = "";
    private int _percent;

    /// <summary>The record after something was learnt.</summary>
    public ProgressRecord After(Sighting sighting)
    {
        switch (sighting)
        {
            case Sighting.Read { Operation: var operation }:
                var step = operation.Steps.LastOrDefault(step => step.State is not (StepState.Waiting or StepState.Succeeded or StepState.Undone));
                (_activity, _step, _percent) = (operation.Title, step?.Name ?? operation.State.ToString(), operation.Progress);
                _event = step?.LastEvent ?? _event;
                break;
            case Sighting.Logged { Event: var line }:
                (_step, _event, _percent) = (line.Step ?? _step, line.Message, line.Progress);
                break;
            case Sighting.Unanswered absence:
                return Record($"The server hasn't answered since {absence.Since:HH:mm:ss} and is waited for until {absence.Until:HH:mm:ss}.");
        }

        return Record($"{_step}, {_percent} %");
    }

    /// <summary>Takes the record off the screen.</summary>
    public ProgressRecord End()
    {
        var end = Record(_step);
        end.RecordType = ProgressRecordType.Completed;
        return end;
    }

    private ProgressRecord Record(string status) => new(_id, _activity, status.Length == 0 ? _activity : status)
    {
        CurrentOperation = _event,
        PercentComplete = Math.Clamp(_percent, 0, 100),
    };
}
