using Darkroom.Contracts.Images;

namespace Darkroom.Server.Tests.Concurrency.Model;

internal sealed record Cancel(Guid Operation) : Command
{
    public override IEnumerable<string> Refusals(ImageState state) => state.Operations[Operation].HasEnded ? ["OperationEnded"] : [];

    public override ImageState? Accept(ImageState state, Answer answer) => state.With(Operation, state.Operations[Operation].TakeBack(Phase.Canceled));
}

internal sealed record Discard(Guid Operation) : Command
{
    public override IEnumerable<string> Refusals(ImageState state) => state.Operations[Operation].Phase == Phase.Held ? [] : ["OperationNotDiscardable"];

    public override ImageState? Accept(ImageState state, Answer answer) => state.With(Operation, state.Operations[Operation].TakeBack(Phase.Failed));
}

internal sealed record Retry(Guid Operation) : Command
{
    public override IEnumerable<string> Refusals(ImageState state)
    {
        var operation = state.Operations[Operation];
        return operation.Phase is not (Phase.Held or Phase.Failed or Phase.Canceled) ? ["OperationNotRetryable"] : operation.Kind switch
        {
            OperationKind.Prepare => OfPreparation(state, operation),
            OperationKind.Remove => RemoveSpec.Refusals(state, operation.Spec, operation.WithShares, operation.WithVersion),
            _ => OfShare(state, operation),
        };
    }

    public override ImageState? Accept(ImageState state, Answer answer)
    {
        var again = state.Operations[Operation].TakeBack(Phase.Working) with { IsWithdrawn = false };
        if (again.Kind == OperationKind.Remove)
        {
            return RemoveSpec.Begin(state, Operation, again);
        }

        var spec = state.Specs[again.Spec];
        return state.With(Operation, again).With(again.Spec, again.Kind switch
        {
            OperationKind.Prepare => spec with { Status = ImageVersionSpecStatus.InProgress },
            OperationKind.Share => spec.With(again.Unit, new ShareState(ImageShareStatus.InProgress, Operation)),
            _ => spec.With(again.Unit, new ShareState(ImageShareStatus.Deleting, Operation)),
        });
    }

    private static IEnumerable<string> OfPreparation(ImageState state, OperationInState operation) =>
        !state.Specs.TryGetValue(operation.Spec, out var spec) ? ["ImageVersionSpecNotFound"] : spec.Removal is not null ? ["ImageRemovalInProgress"] : [];

    private List<string> OfShare(ImageState state, OperationInState operation)
    {
        if (!state.Specs.TryGetValue(operation.Spec, out var spec) || spec.Shares.GetValueOrDefault(operation.Unit)?.Operation != Operation)
        {
            return ["ImageShareReplaced"];
        }

        var refusals = new List<string>();
        if (spec.Removal is not null)
        {
            refusals.Add("ImageRemovalInProgress");
        }

        if (operation.Kind == OperationKind.Share && spec.Shown != ImageVersionSpecStatus.Success)
        {
            refusals.Add("ImageShareNotSuccess");
        }

        return refusals;
    }
}
