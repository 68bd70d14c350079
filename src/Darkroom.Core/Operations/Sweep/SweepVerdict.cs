using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Operations.Sweep;

/// <summary>What is known when a resource is judged.</summary>
/// <param name="Operations">States of the operations whose tags were found.</param>
/// <param name="Published">Images and snapshots that specs stand on.</param>
/// <param name="IsolationGroups">Groups of VPCs that still have a hosting unit.</param>
public sealed record SweepKnowledge(
    IReadOnlyDictionary<Guid, OperationState> Operations, IReadOnlySet<string> Published, IReadOnlySet<string> IsolationGroups);

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

        if (resource.Kind == OwnedResourceKind.IsolationGroup)
        {
            return known.IsolationGroups.Contains(resource.Id) || !HasEnded(state) ? Keep : new(SweepAction.Remove, "Its VPC has no hosting unit any more.");
        }

        return (state, resource.Kind) switch
        {
            (OperationState.Stuck, _) => new(SweepAction.Report, "Its operation is stuck: a person has to discard it."),
            _ when !HasEnded(state) || known.Published.Contains(resource.Id) => Keep,
            (OperationState.Succeeded, OwnedResourceKind.Image or OwnedResourceKind.Snapshot) =>
                new(SweepAction.Report, "Its operation succeeded, but no image version spec stands on it."),
            (_, OwnedResourceKind.Volume or OwnedResourceKind.NetworkInterface) when resource.State == "in-use" => Keep,
            _ => new(SweepAction.Remove, $"Its operation has ended: {state}."),
        };
    }

    private static bool HasEnded(OperationState state) =>
        state is OperationState.Succeeded or OperationState.Failed or OperationState.Canceled or OperationState.Stuck;
}
