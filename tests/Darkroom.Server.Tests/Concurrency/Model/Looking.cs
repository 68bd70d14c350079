using System.Globalization;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;

namespace Darkroom.Server.Tests.Concurrency.Model;

/// <summary>Waits until an operation rests.</summary>
internal sealed record AwaitRest(Guid Operation) : Command
{
    public override ImageState? Accept(ImageState state, Answer answer)
    {
        OperationState? expected = state.Operations[Operation].Phase switch
        {
            Phase.Held => OperationState.Held,
            Phase.Succeeded => OperationState.Succeeded,
            Phase.Failed => OperationState.Failed,
            Phase.Canceled => OperationState.Canceled,
            _ => null,
        };
        return answer is Rests { State: var seen } && seen == expected ? state : null;
    }
}

/// <summary>Reads everything when nothing is at work.</summary>
internal sealed record LookAtAll : Command
{
    public override ImageState? Accept(ImageState state, Answer answer) => answer is Seen { View: var view } && view == View(state) ? state : null;

    public static string View(
        bool hasDefinition, IEnumerable<int> versions, IEnumerable<Unit> units, IEnumerable<(Guid Uid, ImageVersionSpecStatus Status, IEnumerable<(Unit Unit, ImageShareStatus Status)> Shares)> specs)
    {
        var shown = specs.OrderBy(s => s.Uid).Select(s => $"{s.Uid} {s.Status} [{string.Join(' ', s.Shares.OrderBy(share => share.Unit).Select(share => $"{share.Unit}:{share.Status}"))}]");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(hasDefinition ? "definition" : "no definition")}, versions [{string.Join(' ', versions.Order())}], units [{string.Join(' ', units.Order())}], specs {string.Join("; ", shown)}");
    }

    private static string View(ImageState state) => View(
        state.HasDefinition,
        state.Versions,
        state.Units,
        state.Specs.Select(s => (s.Key, s.Value.Shown, s.Value.Shares.Select(share => (share.Key, s.Value.Removal is null ? share.Value.Status : ImageShareStatus.Deleting)))));
}

/// <summary>Lists what preparations of this definition have in the account.</summary>
internal sealed record LookAtAccount : Command
{
    public override ImageState? Accept(ImageState state, Answer answer)
    {
        var seen = (InAccount)answer;
        var there = state.Specs.Values.Where(s => s.IsPrepared).Select(s => KeyValuePair.Create(s.Preparation!.Value, s.Image))
            .Concat(state.Left)
            .ToLookup(image => image.Value, image => image.Key);
        return Explains(seen.Images) && Explains(seen.Snapshots) ? state : null;

        bool Explains(IReadOnlySet<Guid> listed) =>
            there[Existence.There].All(listed.Contains) && listed.All(id => there[Existence.There].Contains(id) || there[Existence.Unknown].Contains(id));
    }
}

/// <summary>Has the account swept; changes nothing that anybody relies on.</summary>
internal sealed record Sweep : Command
{
    public override ImageState? Accept(ImageState state, Answer answer) => state;
}
