using Darkroom.Core.Errors;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Tests.Operations;

/// <summary>An operation that means nothing to the domain.</summary>
internal abstract class PlainDefinition(string kind) : OperationDefinition
{
    public override string Kind => kind;

    public override string TaskType => kind;

    public override Task OnFailedAsync(DarkroomDb db, Operation operation, IReadOnlyList<Error> errors) => Task.CompletedTask;

    public override Task OnUnfinishedAsync(DarkroomDb db, Operation operation) => Task.CompletedTask;

    public override Task OnCanceledAsync(DarkroomDb db, Operation operation) => Task.CompletedTask;

    public override Task OnRetriedAsync(Change change, Operation operation) => Task.CompletedTask;
}

/// <summary>An operation of one step, which does what the test says.</summary>
internal sealed class OneStep(Func<StepContext, Task<StepResult>> act, Func<StepContext, Task>? undo = null) : PlainDefinition(Name)
{
    public const string Name = "OneStep";

    public override IReadOnlyList<Step> Steps { get; } = [new Step("Act", act, "Processing", "Running") { Undo = undo }];
}
