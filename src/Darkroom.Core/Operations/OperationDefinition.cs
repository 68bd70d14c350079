using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Operations;

/// <summary>A kind of operation: its table of steps, and what it means to the domain when it fails, ends or runs again.</summary>
public abstract class OperationDefinition
{
    public abstract string Kind { get; }

    /// <summary>The cmdlets' name for the task (cmdlet reference).</summary>
    public abstract string TaskType { get; }

    public abstract IReadOnlyList<Step> Steps { get; }

    /// <summary>A step failed: held or about to be undone, to everything outside the operation has ended.</summary>
    public abstract Task OnFailedAsync(DarkroomDb db, Operation operation, IReadOnlyList<Error> errors);

    /// <summary>Ended without success, be it undone or stuck: nothing of it goes on, whatever was shown before.</summary>
    public abstract Task OnUnfinishedAsync(DarkroomDb db, Operation operation);

    /// <summary>Everything is undone after a cancel.</summary>
    public abstract Task OnCanceledAsync(DarkroomDb db, Operation operation);

    /// <summary>A Retry was accepted.</summary>
    public abstract Task OnRetriedAsync(Change change, Operation operation);

    /// <summary>
    /// Checks a Retry's new inputs outside the transaction; the result gives, inside it, the operation's new input.
    /// Only called when the request has some.
    /// </summary>
    public virtual Task<Func<Change, Operation, Task<string>>> ReviseAsync(DarkroomDb db, Operation operation, RetryOperationRequest request, CancellationToken ct) =>
        throw OperationErrors.RetryInputsNotSupported.Raise(Kind);

    public int IndexOf(string step)
    {
        for (var i = 0; i < Steps.Count; i++)
        {
            if (Steps[i].Name == step)
            {
                return i;
            }
        }

        throw new ArgumentException($"{Kind} has no step {step}.", nameof(step));
    }
}
