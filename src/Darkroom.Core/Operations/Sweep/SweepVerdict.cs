using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Operations.Sweep;

/// <summary>What is known when a resource is judged.</summary>
/// <param name="Operations">States of the operations whose tags were found.</param>
/// <param name="Intents">What those operations set out to make, by reference: a tag alone may have been copied.</param>
/// <param name="Published">Images and snapshots that specs stand on, and snapshots whose deletion is pending.</param>
/// <param name="IsolationGroups">Groups of VPCs that still have a hosting unit.</param>
public sealed record SweepKnowledge(
    IReadOnlyDictionary<Guid, OperationState> Operations,
    IReadOnlyDictionary<string, ResourceIntent> Intents,
    IReadOnlySet<string> Published,
    IReadOnlySet<string> IsolationGroups);

/// <summary>What is done with a resource.</summary>
public enum SweepAction { Keep, Remove, Report }

/// <summary>What is done with a resource, and why.</summary>
public sealed record SweepVerdict(SweepAction Action, string Reason)
{
    private static readonly SweepVerdict Keep = new(SweepAction.Keep, "");

    /// <summary>Pure. Nothing is removed but what an operation of this database made, whose end left it without a purpose.</summary>
    public static SweepVerdict On(OwnedResource resource, SweepKnowledge known)
    {
        if (resource.Kind == OwnedResourceKind.Instance && resource.State is "terminated" or "shutting-down")
        {
            return Keep;
        }

        if (resource.OperationId is not { } id || !known.Operations.TryGetValue(id, out var state))
        {
            return new(SweepAction.Report, "It carries Darkroom's tags, but no operation of this Darkroom made it.");
        }

        if (!Operation.HasEnded(state) || known.Published.Contains(resource.Id) || known.IsolationGroups.Contains(resource.Id))
        {
            return Keep;
        }

        if (IntentOf(resource, known) is not { } intent)
        {
            return new(SweepAction.Report, "It carries Darkroom's tags, but its operation made another one: a copy?");
        }

        return (state, resource.Kind) switch
        {
            (_, OwnedResourceKind.IsolationGroup) => new(SweepAction.Remove, "Its VPC has no hosting unit any more."),
            (OperationState.Stuck, _) => new(SweepAction.Report, "Its operation is stuck: a person has to discard it."),
            (OperationState.Succeeded, OwnedResourceKind.Image or OwnedResourceKind.Snapshot) when intent.ClosedAt is not null =>
                new(SweepAction.Report, "Its operation succeeded, but no image version spec stands on it."),
            (_, OwnedResourceKind.Volume or OwnedResourceKind.NetworkInterface) when resource.State == "in-use" => Keep,
            _ => new(SweepAction.Remove, $"Its operation has ended: {state}."),
        };
    }

    /// <summary>The intent that a resource came of: its own, or that of the instance or image it belongs to.</summary>
    private static ResourceIntent? IntentOf(OwnedResource resource, SweepKnowledge known)
    {
        var made = resource.Kind switch
        {
            OwnedResourceKind.Volume or OwnedResourceKind.NetworkInterface => OwnedResourceKind.Instance,
            OwnedResourceKind.Snapshot => OwnedResourceKind.Image,
            _ => resource.Kind,
        };
        return resource.Reference is { } reference && known.Intents.TryGetValue(reference, out var intent)
            && intent.OperationId == resource.OperationId && intent.Kind == made
            && (intent.ResourceId is null || resource.Kind != made || intent.ResourceId == resource.Id)
            ? intent
            : null;
    }
}
