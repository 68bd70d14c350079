using Darkroom.Contracts.Images;

namespace Darkroom.Server.Tests.Concurrency.Model;

internal sealed record Share(Guid Spec, Unit Unit) : Command
{
    public override IEnumerable<string> Refusals(ImageState state)
    {
        if (!state.Specs.TryGetValue(Spec, out var spec))
        {
            return ["ImageVersionSpecNotFound"];
        }

        if (!state.Units.Contains(Unit))
        {
            return ["HostingUnitObjectNotFound"];
        }

        var refusals = new List<string>();
        if (!spec.IsPrepared)
        {
            refusals.Add("ImageShareNotPrepared");
        }

        if (spec.Shown != ImageVersionSpecStatus.Success)
        {
            refusals.Add("ImageShareNotSuccess");
        }

        if (spec.Removal is not null)
        {
            refusals.Add("ImageRemovalInProgress");
        }

        if (Unit == spec.Unit)
        {
            refusals.Add("ImageShareOwnHostingUnit");
        }

        if (spec.Shares.TryGetValue(Unit, out var share) && share.Status != ImageShareStatus.Failed)
        {
            refusals.Add(share.IsAtWork ? "ImageShareInProgress" : "ImageAlreadyShared");
        }

        if (Unit == Unit.OtherRegion)
        {
            refusals.Add("ImageShareOtherRegion");
        }

        if (Unit == Unit.OtherAccount)
        {
            refusals.Add("ImageShareOtherAccount");
        }

        return refusals;
    }

    public override ImageState? Accept(ImageState state, Answer answer) => answer is Started { Operation: var id }
        ? state.With(Spec, state.Specs[Spec].With(Unit, new ShareState(ImageShareStatus.InProgress, id))).With(id, new OperationInState(OperationKind.Share, Spec, Unit))
        : null;
}

internal sealed record Unshare(Guid Spec, Unit Unit) : Command
{
    public override IEnumerable<string> Refusals(ImageState state)
    {
        if (!state.Specs.TryGetValue(Spec, out var spec))
        {
            return ["ImageVersionSpecNotFound"];
        }

        if (!state.Units.Contains(Unit))
        {
            return ["HostingUnitObjectNotFound"];
        }

        if (spec.IsPrepared && Unit == spec.Unit)
        {
            return ["ImageSharePrimary"];
        }

        if (!spec.Shares.TryGetValue(Unit, out var share))
        {
            return ["ImageShareNotFound"];
        }

        var refusals = new List<string>();
        if (spec.Removal is not null)
        {
            refusals.Add("ImageRemovalInProgress");
        }

        if (share.IsAtWork)
        {
            refusals.Add("ImageShareInProgress");
        }

        return refusals;
    }

    public override ImageState? Accept(ImageState state, Answer answer)
    {
        if (answer is not Started { Operation: var id })
        {
            return null;
        }

        var spec = state.Specs[Spec];
        return state
            .With(Spec, spec.With(Unit, new ShareState(ImageShareStatus.Deleting, id)))
            .With(id, new OperationInState(OperationKind.Unshare, Spec, Unit) { Before = spec.Shares[Unit].Status });
    }
}
