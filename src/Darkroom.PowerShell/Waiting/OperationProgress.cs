using System.Management.Automation;
using Darkroom.Contracts.Operations;

namespace Darkroom.PowerShell.Waiting;

/// <summary>An operation's progress as PowerShell shows it.</summary>
internal static class OperationProgress
{
    private const int ActivityId = 7420;

    public static ProgressRecord Of(string title, OperationEventDto happened) => new(ActivityId, title, happened.Step ?? happened.Kind)
    {
        CurrentOperation = happened.Message,
        PercentComplete = Math.Clamp(happened.Progress, 0, 100),
    };

    public static ProgressRecord End(string title) => new(ActivityId, title, "Done") { RecordType = ProgressRecordType.Completed };
}
