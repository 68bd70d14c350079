using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Operations;
using Darkroom.Core.Operations.Sweep;

namespace Darkroom.Core.Tests.Operations;

public sealed class SweepVerdictTests
{
    private const string Reference = "dr-1";
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
        SweepVerdict.On(Resource(kind, state, Operation), Known(operation, Made(kind))).Action.Should().Be(expected);

    [Theory]
    [InlineData(OwnedResourceKind.Instance)]
    [InlineData(OwnedResourceKind.Image)]
    public void A_copy_that_carries_the_tags_of_what_an_operation_made_is_reported_and_never_removed(OwnedResourceKind kind)
    {
        var known = Known(OperationState.Failed, kind);
        known.Intents[Reference].ResourceId = "the original";

        SweepVerdict.On(Resource(kind, "running", Operation), known).Action.Should().Be(SweepAction.Report);
        SweepVerdict.On(Resource(kind, "running", Operation), Known(OperationState.Failed)).Action.Should().Be(SweepAction.Report);
    }

    [Fact]
    public void An_image_of_an_earlier_attempt_that_appears_after_the_success_is_removed()
    {
        var known = Known(OperationState.Succeeded, OwnedResourceKind.Image);
        known.Intents[Reference].ClosedAt = null;

        SweepVerdict.On(Resource(OwnedResourceKind.Image, "available", Operation), known).Action.Should().Be(SweepAction.Remove);
        SweepVerdict.On(Resource(OwnedResourceKind.Snapshot, "completed", Operation), known).Action.Should().Be(SweepAction.Remove);
    }

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

    private static OwnedResource Resource(OwnedResourceKind kind, string state, Guid? operation)
    {
        var tags = new Dictionary<string, string> { [ResourceTags.ReferenceTag] = Reference };
        if (operation is { } id)
        {
            tags[ResourceTags.OperationTag] = id.ToString();
        }

        return new OwnedResource(kind, "id", state, tags);
    }

    /// <summary>What an operation sets out to make so that such a thing comes of it.</summary>
    private static OwnedResourceKind Made(OwnedResourceKind kind) => kind switch
    {
        OwnedResourceKind.Volume or OwnedResourceKind.NetworkInterface => OwnedResourceKind.Instance,
        OwnedResourceKind.Snapshot => OwnedResourceKind.Image,
        _ => kind,
    };

    private static SweepKnowledge Known(OperationState state, OwnedResourceKind? made = null)
    {
        var intents = new Dictionary<string, ResourceIntent>();
        if (made is { } kind)
        {
            intents[Reference] = new ResourceIntent
            {
                Reference = Reference,
                Kind = kind,
                OperationId = Operation,
                Step = "Step",
                ConnectionUid = Guid.NewGuid(),
                CreatedAt = DateTimeOffset.UnixEpoch,
                ClosedAt = DateTimeOffset.UnixEpoch,
            };
        }

        return new(new Dictionary<Guid, OperationState> { [Operation] = state }, intents, new HashSet<string>(), new HashSet<string>());
    }
}
