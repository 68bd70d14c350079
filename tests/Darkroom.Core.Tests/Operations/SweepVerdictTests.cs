using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Operations.Sweep;

namespace Darkroom.Core.Tests.Operations;

public sealed class SweepVerdictTests
{
    private static readonly Guid Operation = Guid.NewGuid();

    [Theory]
    [InlineData(OwnedResourceKind.Instance, "running", OperationState.Running, SweepAction.Keep)]
    [InlineData(OwnedResourceKind.Instance, "stopped", OperationState.Held, SweepAction.Keep)]
    [InlineData(OwnedResourceKind.Instance, "stopped", OperationState.Undoing, SweepAction.Keep)]
    [InlineData(OwnedResourceKind.Instance, "stopped", OperationState.Succeeded, SweepAction.Remove)]
    [InlineData(OwnedResourceKind.Instance, "stopped", OperationState.Failed, SweepAction.Remove)]
    [InlineData(OwnedResourceKind.Instance, "stopped", OperationState.Canceled, SweepAction.Remove)]
    [InlineData(OwnedResourceKind.Instance, "stopped", OperationState.Stuck, SweepAction.Report)]
    [InlineData(OwnedResourceKind.Instance, "terminated", OperationState.Failed, SweepAction.Keep)]
    [InlineData(OwnedResourceKind.Volume, "in-use", OperationState.Failed, SweepAction.Keep)]
    [InlineData(OwnedResourceKind.Volume, "available", OperationState.Failed, SweepAction.Remove)]
    [InlineData(OwnedResourceKind.Image, "available", OperationState.Failed, SweepAction.Remove)]
    [InlineData(OwnedResourceKind.Image, "available", OperationState.Succeeded, SweepAction.Report)]
    [InlineData(OwnedResourceKind.Snapshot, "completed", OperationState.Canceled, SweepAction.Remove)]
    [InlineData(OwnedResourceKind.IsolationGroup, "", OperationState.Running, SweepAction.Keep)]
    [InlineData(OwnedResourceKind.IsolationGroup, "", OperationState.Succeeded, SweepAction.Remove)]
    public void What_an_operation_left_is_removed_once_it_has_ended(OwnedResourceKind kind, string state, OperationState operation, SweepAction expected) =>
        SweepVerdict.On(Resource(kind, state, Operation), Known(operation)).Action.Should().Be(expected);

    [Theory]
    [InlineData(OwnedResourceKind.Image)]
    [InlineData(OwnedResourceKind.Snapshot)]
    public void What_a_spec_stands_on_is_kept(OwnedResourceKind kind) =>
        SweepVerdict.On(Resource(kind, "available", Operation), Known(OperationState.Succeeded) with { Published = new HashSet<string> { "id" } })
            .Action.Should().Be(SweepAction.Keep);

    [Fact]
    public void The_isolation_group_of_a_VPC_with_a_hosting_unit_is_kept() =>
        SweepVerdict.On(
            Resource(OwnedResourceKind.IsolationGroup, "", Operation), Known(OperationState.Failed) with { IsolationGroups = new HashSet<string> { "id" } })
            .Action.Should().Be(SweepAction.Keep);

    [Fact]
    public void What_no_operation_of_this_database_made_is_reported_and_never_removed()
    {
        foreach (var kind in Enum.GetValues<OwnedResourceKind>())
        {
            SweepVerdict.On(Resource(kind, "available", Guid.NewGuid()), Known(OperationState.Failed)).Action.Should().Be(SweepAction.Report);
            SweepVerdict.On(Resource(kind, "available", null), Known(OperationState.Failed)).Action.Should().Be(SweepAction.Report);
        }
    }

    private static OwnedResource Resource(OwnedResourceKind kind, string state, Guid? operation) => new(
        kind, "id", state, operation is { } id ? new Dictionary<string, string> { [ResourceTags.OperationTag] = id.ToString() } : new Dictionary<string, string>());

    private static SweepKnowledge Known(OperationState state) =>
        new(new Dictionary<Guid, OperationState> { [Operation] = state }, new HashSet<string>(), new HashSet<string>());
}
