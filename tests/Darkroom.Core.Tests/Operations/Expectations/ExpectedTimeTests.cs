using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Preparation;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Images.Versions;

namespace Darkroom.Core.Tests.Operations.Expectations;

public sealed class ExpectedTimeTests
{
    /// <summary>For which those who look at once share a reading.</summary>
    private static readonly TimeSpan Shared = TimeSpan.FromSeconds(11);

    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    [Trait("Suite", "full")]
    public async Task What_is_expected_of_a_step_is_the_median_of_those_that_succeeded_on_the_connection()
    {
        await using var harness = await OperationHarness.StartAsync();
        var first = (await harness.PrepareAsync()).OperationId;
        var unknown = await harness.ShowAsync(first);
        unknown.Expected.Should().BeNull("nothing like it has succeeded yet");
        unknown.Steps.Should().OnlyContain(step => step.Expected == null);
        var took = Took(await harness.DriveAsync(first));
        took["AwaitImage"].Should().BeGreaterThan(60);

        var second = await PrepareAnotherAsync(harness);
        harness.Simulator.Clock.Advance(Shared);
        var expected = await harness.ShowAsync(second);

        expected.Steps.Should().AllSatisfy(step => step.Expected.Should().Be(new ExpectedTimeDto(took[step.Name], 1)));
        expected.Expected!.Seconds.Should().BeApproximately(took.Values.Sum(), 0.01);

        harness.Faults.FailAt = expected.Steps.TakeWhile(step => step.Name != "AwaitImage").Count();
        await harness.DriveAsync(second);
        await harness.Get<Core.Operations.RetryOperation>().HandleAsync(harness.Caller, second, new RetryOperationRequest(), Ct);
        var again = Took(await harness.DriveAsync(second));
        harness.Simulator.Clock.Advance(Shared);
        var third = await harness.ShowAsync(await PrepareAnotherAsync(harness));
        third.Steps.Should().AllSatisfy(step =>
        {
            step.Expected!.Operations.Should().Be(2);
            step.Expected.Seconds.Should().BeApproximately((took[step.Name] + again[step.Name]) / 2, 0.01);
        });
    }

    private static Dictionary<string, double> Took(OperationDto operation)
    {
        operation.State.Should().Be(OperationState.Succeeded, operation.Error?.Message ?? "");
        return operation.Steps.ToDictionary(step => step.Name, step => (step.FinishedAt!.Value - step.StartedAt!.Value).TotalSeconds);
    }

    private static async Task<Guid> PrepareAnotherAsync(OperationHarness harness)
    {
        await harness.Get<CreateImageVersion>().HandleAsync(harness.Caller, "image1", new CreateImageVersionRequest(), Ct);
        var master = await harness.Get<AddMasterSpec>().HandleAsync(
            harness.Caller,
            ImageVersionReference.Of("image1", "latest"),
            new AddMasterSpecRequest { HostingUnit = PreparationScenario.Unit, MasterImagePath = PreparationScenario.GoodMaster },
            Ct);
        return (await harness.Get<PrepareImage>().HandleAsync(
            harness.Caller, master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = PreparationScenario.Profile }, Ct)).OperationId;
    }
}
