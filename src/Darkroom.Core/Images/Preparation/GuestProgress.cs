using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Images.Guest;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Images.Preparation;

/// <summary>What a preparation's guest has said and what it has yet to say, from the operation's log.</summary>
internal static class GuestProgress
{
    /// <summary>In the order of the script (docs/guest.md).</summary>
    private static readonly IReadOnlyList<(GuestItemKind Kind, string Name)> Script =
    [
        .. Enum.GetNames<GuestStep>().Select(name => (GuestItemKind.Step, name)),
        .. Enum.GetNames<GuestFactName>().Select(name => (GuestItemKind.Fact, name)),
    ];

    /// <summary>Null of an operation that has no guest, or none yet.</summary>
    public static OperationGuestDto? Of(string kind, IEnumerable<StepRecord> steps, IEnumerable<OperationEvent> events)
    {
        if (kind != ImagePreparation.OperationKind || steps.First(step => step.Name == GuestSteps.Awaiting) is not { State: not StepState.Waiting } awaiting)
        {
            return null;
        }

        var said = new Dictionary<(GuestItemKind?, string), (GuestSaying What, DateTimeOffset At)>();
        foreach (var e in events.Where(e => e is { Step: GuestSteps.Awaiting, Payload: not null, Kind: OperationEventKind.StepProgressed } && e.Attempt == awaiting.Attempt))
        {
            // A host that was lost reads all of it again: what is the same was said the first time.
            var saying = StoredJson.Read<GuestSaying>(e.Payload!);
            if (said.GetValueOrDefault((saying.Item, saying.Name)).What != saying)
            {
                said[(saying.Item, saying.Name)] = (saying, e.At);
            }
        }

        DateTimeOffset? When(string name) => said.TryGetValue((null, name), out var found) ? found.At : null;
        return new OperationGuestDto
        {
            BegunAt = When(GuestSaying.Begin),
            EndedAt = When(GuestSaying.End),
            IsAwaited = awaiting.State == StepState.Running,
            Items =
            [
                .. Script.Select(item => said.TryGetValue((item.Kind, item.Name), out var found)
                    ? new OperationGuestItemDto { Kind = item.Kind, Name = item.Name, Value = found.What.Value, Detail = found.What.Detail, At = found.At }
                    : new OperationGuestItemDto { Kind = item.Kind, Name = item.Name }),
            ],
        };
    }
}
