using Darkroom.Core.Errors;

namespace Darkroom.Core.Operations;

/// <summary>Errors of operations themselves.</summary>
[ErrorCatalogue]
public static class OperationErrors
{
    public static readonly ErrorDefinition NotFound = new(
        "OperationNotFound", 404, "There is no operation '{0}'.", "List the operations and check the id.");

    public static readonly ErrorDefinition StepTimedOut = new(
        "StepTimedOut", 504, "The step '{0}' did not finish within {1} minutes.", "Look at the step's last event, remove the cause, and retry.");

    public static readonly ErrorDefinition Unexpected = new(
        "OperationFaulted", 500, "The step '{0}' failed unexpectedly: {1}", "Retry; if it stays, report the operation's id with the server's log.");

    public static readonly ErrorDefinition NotRetryable = new(
        "OperationNotRetryable", 409, "Operation {0} is {1}; only a held, failed or cancelled one can be retried.",
        "If it is at work, wait for its end or cancel it; if it is stuck, discard it first. One that has succeeded needs no retry.");

    public static readonly ErrorDefinition NotDiscardable = new(
        "OperationNotDiscardable", 409, "Operation {0} is {1}; only a held or stuck one can be discarded.",
        "If it is at work, cancel it. One that has ended holds nothing that could be discarded.");

    public static readonly ErrorDefinition NotHeld = new(
        "OperationNotHeld", 409, "Operation {0} is {1}; only a held one has a hold time.", "Set the hold time of one that is held, after it has failed.");

    public static readonly ErrorDefinition NotCancelable = new(
        "OperationEnded", 409, "Operation {0} has ended: it is {1}.", "There is nothing left to cancel.");

    public static readonly ErrorDefinition NotEnded = new(
        "OperationNotEnded", 409, "Operation {0} is {1}; only one that has ended can be removed.",
        "Wait for its end, cancel it, or discard it if it is held; then remove it.");

    public static readonly ErrorDefinition StuckStays = new(
        "OperationStuck", 409, "Operation {0} is stuck: what it could not take back is listed nowhere else.",
        "Remove its leftovers from the account and discard it; then remove it.");

    public static readonly ErrorDefinition RetryInputsNotSupported = new(
        "RetryInputsNotSupported", 400, "{0} can't be retried with new inputs.", "Retry it without inputs.");

    public static readonly ErrorDefinition UndoIncomplete = new(
        "UndoIncomplete", 500, "The step '{0}' could not be taken back: {1}", "Remove what is listed under leftovers in the account, then discard the operation.");

    public static readonly ErrorDefinition Canceled = new(
        "OperationCanceled", 409, "The operation was cancelled by {0}.", "Retry it, or remove what it was for.")
    { TaskState = "Canceled" };
}
