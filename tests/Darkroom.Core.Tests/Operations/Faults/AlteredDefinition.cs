using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Tests.Operations.Faults;

/// <summary>An operation's real definition with other steps.</summary>
internal sealed class AlteredDefinition(OperationDefinition inner, Func<Step, Step> alter) : OperationDefinition
{
    /// <summary>Whether a failure means nothing to the domain.</summary>
    public Func<bool> ForgetsFailures { get; init; } = () => false;

    public override string Kind => inner.Kind;

    public override string TaskType => inner.TaskType;

    public override IReadOnlyList<Step> Steps => [.. inner.Steps.Select(alter)];

    public override Task OnFailedAsync(DarkroomDb db, Operation operation, IReadOnlyList<Error> errors) =>
        ForgetsFailures() ? Task.CompletedTask : inner.OnFailedAsync(db, operation, errors);

    public override Task OnUnfinishedAsync(DarkroomDb db, Operation operation) =>
        ForgetsFailures() ? Task.CompletedTask : inner.OnUnfinishedAsync(db, operation);

    public override Task OnCanceledAsync(DarkroomDb db, Operation operation) => inner.OnCanceledAsync(db, operation);

    public override Task OnRetriedAsync(Change change, Operation operation) => inner.OnRetriedAsync(change, operation);

    public override Task<Func<Change, Operation, Task<string>>> ReviseAsync(
        DarkroomDb db, Operation operation, RetryOperationRequest request, CancellationToken ct) => inner.ReviseAsync(db, operation, request, ct);
}
