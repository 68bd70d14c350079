using Darkroom.Contracts.Operations;
using Darkroom.Server.Tests.Concurrency.Model;

namespace Darkroom.Server.Tests.Concurrency;

/// <summary>What the search for an order takes for explained, on histories written by hand.</summary>
public sealed class ExplanationTests
{
    private static readonly Guid Master = Guid.CreateVersion7();
    private static readonly Guid Spec = Guid.CreateVersion7();
    private static readonly Guid Preparation = Guid.CreateVersion7();

    private readonly List<Call> _history = [];
    private long _now;

    public ExplanationTests()
    {
        Then(0, new CreateVersion(), new Numbered(1));
        Then(0, new AddMaster(1, Unit.Own, true), new Added(Master));
        Then(0, new Prepare(Master, true), new Started(Preparation, Spec));
        Then(0, new AwaitRest(Preparation), new Rests(OperationState.Succeeded));
    }

    [Fact]
    public void Two_who_overlap_may_be_answered_in_either_order()
    {
        Together((0, new Share(Spec, Unit.Beside), new Refused("ImageAlreadyShared")), (1, new Share(Spec, Unit.Beside), new Started(Guid.CreateVersion7(), Spec)));
        ShouldBeExplained();
    }

    [Fact]
    public void Who_is_answered_before_another_asks_comes_first()
    {
        Then(0, new Share(Spec, Unit.Beside), new Refused("ImageAlreadyShared"));
        Then(1, new Share(Spec, Unit.Beside), new Started(Guid.CreateVersion7(), Spec));
        ShouldNotBeExplained();
    }

    [Fact]
    public void Two_shares_of_one_spec_to_one_unit_are_one_too_many()
    {
        Together((0, new Share(Spec, Unit.Beside), new Started(Guid.CreateVersion7(), Spec)), (1, new Share(Spec, Unit.Beside), new Started(Guid.CreateVersion7(), Spec)));
        ShouldNotBeExplained();
    }

    [Fact]
    public void A_removal_that_leaves_shares_alone_and_a_share_may_not_both_begin()
    {
        Together((0, new RemoveSpec(Spec, false, false), new Started(Guid.CreateVersion7(), Spec)), (1, new Share(Spec, Unit.Beside), new Started(Guid.CreateVersion7(), Spec)));
        ShouldNotBeExplained();
    }

    [Fact]
    public void A_share_that_meets_a_removal_is_refused()
    {
        Together((0, new RemoveSpec(Spec, true, false), new Started(Guid.CreateVersion7(), Spec)), (1, new Share(Spec, Unit.Beside), new Refused("ImageShareNotSuccess")));
        ShouldBeExplained();
    }

    [Fact]
    public void An_operation_that_ended_otherwise_than_the_rules_want_is_not_explained()
    {
        var share = Guid.CreateVersion7();
        Then(0, new Share(Spec, Unit.Beside), new Started(share, Spec));
        Then(0, new AwaitRest(share), new Rests(OperationState.Failed));
        ShouldNotBeExplained();
    }

    [Fact]
    public void A_refusal_without_a_reason_is_not_explained()
    {
        Then(0, new RemoveSpec(Spec, true, false), new Refused("ImageVersionSpecShared"));
        ShouldNotBeExplained();
    }

    [Fact]
    public void An_image_that_is_left_behind_is_not_explained_and_one_that_a_purge_left_is()
    {
        var removal = Guid.CreateVersion7();
        Then(0, new RemoveSpec(Spec, true, true), new Started(removal, Spec));
        Then(0, new AwaitRest(removal), new Rests(OperationState.Succeeded));
        Then(0, new LookAtAccount(), new InAccount(new HashSet<Guid> { Preparation }, new HashSet<Guid> { Preparation }));
        ShouldBeExplained();

        Then(0, new LookAtAccount(), new InAccount(new HashSet<Guid>(), new HashSet<Guid> { Preparation }));
        ShouldNotBeExplained();
    }

    private void Then(int administrator, Command command, Answer answer) => _history.Add(new Call(administrator, command, answer, ++_now, ++_now));

    private void Together(params (int Administrator, Command Command, Answer Answer)[] calls)
    {
        var sent = ++_now;
        var answered = ++_now;
        _history.AddRange(calls.Select(call => new Call(call.Administrator, call.Command, call.Answer, sent, answered)));
    }

    private void ShouldBeExplained() => Explanation.WhyNot(_history).Should().BeNull();

    private void ShouldNotBeExplained() => Explanation.WhyNot(_history).Should().Contain("not explained");
}
