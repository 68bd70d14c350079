using Darkroom.Contracts.Images;

namespace Darkroom.Server.Tests.Concurrency.Model;

/// <summary>What operations at work may do next without anybody's asking.</summary>
internal static class Progress
{
    public static IEnumerable<ImageState> Next(ImageState state) => state.Operations.Where(o => o.Value.IsAtWork).SelectMany(o => Next(state, o.Key, o.Value));

    private static IEnumerable<ImageState> Next(ImageState state, Guid id, OperationInState operation)
    {
        if (operation is { Phase: Phase.TakingBack, After: Phase.Working })
        {
            return [state.With(id, operation.End(Phase.Working))];
        }

        return operation.Kind switch
        {
            OperationKind.Prepare => [OfPreparation(state, id, operation)],
            OperationKind.Remove => OfRemoval(state, id, operation),
            _ => [OfShare(state, id, operation)],
        };
    }

    private static ImageState OfPreparation(ImageState state, Guid id, OperationInState operation)
    {
        var spec = state.Specs.GetValueOrDefault(operation.Spec);
        if (operation.Phase == Phase.TakingBack)
        {
            return OnSpec(state.With(id, operation.End(operation.After)), operation.Spec, spec, spec?.Status == ImageVersionSpecStatus.InProgress ? ImageVersionSpecStatus.Failed : null);
        }

        return spec is { IsSound: true }
            ? OnSpec(state.With(id, operation.End(Phase.Succeeded)), operation.Spec, spec with { Image = Existence.There }, ImageVersionSpecStatus.Success)
            : OnSpec(state.With(id, operation.Holds ? operation.End(Phase.Held) : operation.TakeBack(Phase.Failed)), operation.Spec, spec, ImageVersionSpecStatus.Failed);
    }

    private static ImageState OnSpec(ImageState state, Guid uid, SpecState? spec, ImageVersionSpecStatus? status) =>
        spec is not null && status is { } now ? state.With(uid, spec with { Status = now }) : state;

    private static ImageState OfShare(ImageState state, Guid id, OperationInState operation)
    {
        var spec = state.Specs[operation.Spec];
        var ends = state.With(id, operation.End(operation.Phase == Phase.TakingBack ? operation.After : Phase.Succeeded));
        if (operation is { Kind: OperationKind.Unshare, Phase: Phase.Working })
        {
            return ends.With(operation.Spec, spec with { Shares = spec.Shares.Remove(operation.Unit) });
        }

        var status = operation.Phase == Phase.Working ? ImageShareStatus.Success
            : operation.Kind == OperationKind.Unshare ? operation.Before
            : ImageShareStatus.Failed;
        return ends.With(operation.Spec, spec.With(operation.Unit, new ShareState(status, id)));
    }

    private static IEnumerable<ImageState> OfRemoval(ImageState state, Guid id, OperationInState operation)
    {
        var spec = state.Specs[operation.Spec];
        if (operation.Phase == Phase.TakingBack)
        {
            // Cancelled: as it was; or failed, where nobody can tell whether the image is still there.
            var stays = RemoveSpec.Mark(state, operation, null).With(id, operation.End(operation.After));
            var failed = spec with { Removal = null, Status = ImageVersionSpecStatus.Failed, Image = Existence.Unknown };
            return operation is { IsWithdrawn: true, PurgeDbOnly: false } && spec.Image != Existence.None ? [stays, stays.With(operation.Spec, failed)] : [stays];
        }

        if (!operation.IsWithdrawn)
        {
            var waits = !operation.PurgeDbOnly && state.PreparationOf(spec) is { HasEnded: false };
            return waits ? [] : [state.With(id, operation with { IsWithdrawn = true }).With(operation.Spec, spec with { Shares = spec.Shares.Clear() })];
        }

        var others = operation.WithVersion ? state.Beside(operation.Spec).Select(s => s.Key).ToList() : [];
        var gone = operation.PurgeDbOnly ? state.Forget(operation.Spec) : state with { Specs = state.Specs.Remove(operation.Spec) };
        return
        [
            gone.With(id, operation.End(Phase.Succeeded)) with
            {
                Specs = gone.Specs.RemoveRange(others),
                Versions = operation.WithVersion ? gone.Versions.Remove(spec.Version) : gone.Versions,
            },
        ];
    }
}
