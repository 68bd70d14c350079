namespace Darkroom.Server.Tests.Concurrency.Model;

internal sealed record CreateVersion : Command
{
    public override IEnumerable<string> Refusals(ImageState state) => state.HasDefinition ? [] : ["ImageDefinitionNotFound"];

    public override ImageState? Accept(ImageState state, Answer answer) => answer is Numbered { Version: var number } && number == state.LatestVersion + 1
        ? state with { LatestVersion = number, Versions = state.Versions.Add(number) }
        : null;
}

internal sealed record RemoveVersion(int Version, bool WithSpecs = false, bool WithShares = false, bool PurgeDbOnly = false) : Command
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

        return SpecOf(state) is not { } spec ? [] : WithSpecs ? RemoveSpec.Refusals(state, spec, WithShares, withVersion: true) : ["ImageVersionHasSpecs"];
    }

    public override ImageState? Accept(ImageState state, Answer answer)
    {
        if (SpecOf(state) is not { } spec)
        {
            return answer is Done ? state with { Versions = state.Versions.Remove(Version) } : null;
        }

        var removal = new OperationInState(OperationKind.Remove, spec, state.Specs[spec].Unit) { WithVersion = true, WithShares = WithShares, PurgeDbOnly = PurgeDbOnly };
        return answer is Started started ? RemoveSpec.Begin(state, started.Operation, removal) : null;
    }

    /// <summary>The prepared spec, else the master spec, else null.</summary>
    private Guid? SpecOf(ImageState state) =>
        state.Specs.Where(s => s.Value.Version == Version).OrderByDescending(s => s.Value.IsPrepared).Select(s => (Guid?)s.Key).FirstOrDefault();
}

internal sealed record RemoveDefinition : Command
{
    public override IEnumerable<string> Refusals(ImageState state) => !state.HasDefinition ? ["ImageDefinitionNotFound"]
        : state.Versions.Count > 0 ? ["ImageDefinitionHasVersions"]
        : [];

    public override ImageState? Accept(ImageState state, Answer answer) => state with { HasDefinition = false };
}

/// <summary>Forgets a definition with its versions and specs.</summary>
internal sealed record ForgetDefinition(bool WithShares) : Command
{
    public override IEnumerable<string> Refusals(ImageState state) => !state.HasDefinition
        ? ["ImageDefinitionNotFound"]
        : state.Specs.Keys.SelectMany(spec => RemoveSpec.Refusals(state, spec, WithShares)).Where(code => code != "MasterSpecInUse").Distinct();

    public override ImageState? Accept(ImageState state, Answer answer) =>
        state.Specs.Keys.Aggregate(state, (left, spec) => left.Forget(spec)) with { HasDefinition = false, Versions = [] };
}

internal sealed record RemoveUnit(Unit Unit) : Command
{
    public override IEnumerable<string> Refusals(ImageState state) => !state.Units.Contains(Unit) ? ["HostingUnitObjectNotFound"] : IsUsed(state) ? ["ObjectCannotBeRemoved"] : [];

    public override ImageState? Accept(ImageState state, Answer answer) => state with { Units = state.Units.Remove(Unit) };

    private bool IsUsed(ImageState state) =>
        state.Specs.Values.Any(s => s.Unit == Unit || s.Shares.ContainsKey(Unit)) || state.Operations.Values.Any(o => o.Unit == Unit && !o.HasEnded);
}
