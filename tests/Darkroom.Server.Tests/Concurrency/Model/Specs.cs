using Darkroom.Contracts.Images;

namespace Darkroom.Server.Tests.Concurrency.Model;

internal sealed record AddMaster(int Version, Unit Unit, bool IsSound) : Command
{
    public override IEnumerable<string> Refusals(ImageState state)
    {
        if (!state.HasDefinition)
        {
            return ["ImageDefinitionNotFound"];
        }

        if (!state.Versions.Contains(Version))
        {
            return ["ImageVersionNotFound"];
        }

        if (!state.Units.Contains(Unit))
        {
            return ["HostingUnitObjectNotFound"];
        }

        var refusals = new List<string>();
        if (Unit is not (Unit.Own or Unit.Beside))
        {
            refusals.Add("ImageDefinitionNotOnConnection");
        }

        if (state.Specs.Values.Any(s => s.Version == Version && !s.IsPrepared))
        {
            refusals.Add("MasterSpecExists");
        }

        if (state.Specs.Values.Any(s => s.Unit != Unit))
        {
            refusals.Add("ImageDefinitionPinnedToHostingUnit");
        }

        return refusals;
    }

    public override ImageState? Accept(ImageState state, Answer answer) =>
        answer is Added { Spec: var uid } ? state.With(uid, new SpecState(Version, Unit) { IsSound = IsSound }) : null;
}

internal sealed record Prepare(Guid Spec, bool Holds) : Command
{
    public override IEnumerable<string> Refusals(ImageState state)
    {
        if (!state.Specs.TryGetValue(Spec, out var master))
        {
            return ["ImageVersionSpecNotFound"];
        }

        if (master.IsPrepared)
        {
            return ["SourceSpecNotMaster"];
        }

        var refusals = new List<string>();
        if (master.Removal is not null)
        {
            refusals.Add("ImageRemovalInProgress");
        }

        if (state.PreparedOf(master.Version) is { } prepared)
        {
            refusals.Add(prepared.Shown == ImageVersionSpecStatus.InProgress ? "ImagePreparationInProgress" : "ImageVersionAlreadyPrepared");
        }

        return refusals;
    }

    public override ImageState? Accept(ImageState state, Answer answer)
    {
        if (answer is not Started started)
        {
            return null;
        }

        var master = state.Specs[Spec];
        return state
            .With(started.Spec, new SpecState(master.Version, master.Unit) { IsSound = master.IsSound, Preparation = started.Operation, Status = ImageVersionSpecStatus.InProgress })
            .With(started.Operation, new OperationInState(OperationKind.Prepare, started.Spec, master.Unit) { Holds = Holds });
    }
}

internal sealed record RemoveSpec(Guid Spec, bool WithShares, bool PurgeDbOnly) : Command
{
    public override IEnumerable<string> Refusals(ImageState state) => Refusals(state, Spec, WithShares);

    public override ImageState? Accept(ImageState state, Answer answer) => answer is Started started
        ? Begin(state, started.Operation, new OperationInState(OperationKind.Remove, Spec, state.Specs[Spec].Unit) { WithShares = WithShares, PurgeDbOnly = PurgeDbOnly })
        : null;

    /// <summary>The same for a removal that is tried again.</summary>
    public static IEnumerable<string> Refusals(ImageState state, Guid uid, bool withShares, bool withVersion = false)
    {
        if (!state.Specs.TryGetValue(uid, out var spec))
        {
            return ["ImageVersionSpecNotFound"];
        }

        var refusals = new List<string>();
        if (spec.Removal is not null || (withVersion && state.Beside(uid).Any(s => s.Value.Removal is not null)))
        {
            refusals.Add("ImageRemovalInProgress");
        }

        if (!spec.IsPrepared && state.PreparedOf(spec.Version) is not null)
        {
            refusals.Add("MasterSpecInUse");
        }

        if (state.PreparationOf(spec) is { IsAtWork: true })
        {
            refusals.Add("ImagePreparationInProgress");
        }

        if (!withShares && !spec.Shares.IsEmpty)
        {
            refusals.Add("ImageVersionSpecShared");
        }

        if (spec.Shares.Values.Any(share => share.IsAtWork))
        {
            refusals.Add("ImageVersionSpecShareAtWork");
        }

        return refusals;
    }

    /// <summary>Shows or shows no more that the spec, and the one that goes with it, is being removed.</summary>
    public static ImageState Mark(ImageState state, OperationInState removal, Guid? by)
    {
        var others = removal.WithVersion ? state.Beside(removal.Spec).ToList() : [];
        return others.Aggregate(state.With(removal.Spec, state.Specs[removal.Spec] with { Removal = by }), (marked, other) => marked.With(other.Key, other.Value with { Removal = by }));
    }

    /// <summary>A preparation that is held is discarded with the start.</summary>
    public static ImageState Begin(ImageState state, Guid id, OperationInState removal)
    {
        var spec = state.Specs[removal.Spec];
        var begun = Mark(state, removal, id).With(id, removal);
        return !removal.PurgeDbOnly && state.PreparationOf(spec) is { Phase: Phase.Held } held ? begun.With(spec.Preparation!.Value, held.TakeBack(Phase.Failed)) : begun;
    }
}
