using Microsoft.Extensions.Logging;

namespace Darkroom.Core.Operations;

/// <summary>An operation's events as lines of the server's log, with the operation's id in each.</summary>
internal static class OperationEventLines
{
    public static void Write(this ILogger log, Operation operation, IEnumerable<OperationEvent> events)
    {
        foreach (var line in events)
        {
            log.Log(LevelOf(line.Kind), "{Title}, operation {OperationId}: {Event}", operation.Title, operation.Id, Text(line));
        }
    }

    private static string Text(OperationEvent line) => line switch
    {
        { Error: null, Step: { } step } => $"{step}: {line.Message}",
        { Error: null } => line.Message,
        { Kind: OperationEventKind.StepDelayed } => $"{line.Step} will be tried again after {line.Error.Code}: {line.Error.Message}",
        _ => $"{line.Step} failed with {line.Error.Code}: {line.Error.Message}",
    };

    private static LogLevel LevelOf(OperationEventKind kind) => kind switch
    {
        OperationEventKind.StepStarted or OperationEventKind.StepProgressed => LogLevel.Debug,
        OperationEventKind.StepFailed or OperationEventKind.StepDelayed or OperationEventKind.UndoFailed or OperationEventKind.Held => LogLevel.Warning,
        _ => LogLevel.Information,
    };
}
