namespace Darkroom.Server.Tests.Concurrency.Model;

internal sealed record CreateVersion : Command
{
    public override IEnumerable<string> Refusals(ImageState state) => state.HasDefinition ? [] : ["ImageDefinitionNotFound"];

    public override ImageState? Accept(ImageState state, Answer answer) => answer is Numbered { Version: var number } && number == state.LatestVersion + 1
        ? state with { LatestVersion = number, Versions = state.Versions.Add(number) }
        : null;
}

internal sealed record RemoveVersion(int Version) : Command
{
    public override IEnumerable<string> Refusals(ImageState state)
    {
        if (!state.HasDefinition)
        {
            return ["ImageDefinitionNotFound"];
        }

        return !state.Versions.Contains(Version) ? ["ImageVersionNotFound"]
            : state.Specs.Values.Any(s => s.Version == Version) ? ["ImageVersionHasSpecs"]
            : [];
    }

    public override ImageState? Accept(ImageState state, Answer answer) => state with { Versions = state.Versions.Remove(Version) };
}

internal sealed record RemoveDefinition : Command
{
    public override IEnumerable<string> Refusals(ImageState state) => !state.HasDefinition ? ["ImageDefinitionNotFound"]
        : state.Versions.Count > 0 ? ["ImageDefinitionHasVersions"]
        : [];

    public override ImageState? Accept(ImageState state, Answer answer) => state with { HasDefinition = false };
}

internal sealed record RemoveUnit(Unit Unit) : Command
{
    public override IEnumerable<string> Refusals(ImageState state) => !state.Units.Contains(Unit) ? ["HostingUnitObjectNotFound"] : IsUsed(state) ? ["ObjectCannotBeRemoved"] : [];

    public override ImageState? Accept(ImageState state, Answer answer) => state with { Units = state.Units.Remove(Unit) };

    private bool IsUsed(ImageState state) =>
        state.Specs.Values.Any(s => s.Unit == Unit || s.Shares.ContainsKey(Unit)) || state.Operations.Values.Any(o => o.Unit == Unit && !o.HasEnded);
}
