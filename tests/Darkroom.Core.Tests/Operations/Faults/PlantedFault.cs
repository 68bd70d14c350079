using Darkroom.Core.Clouds;
using Darkroom.Core.Images.Guest;
using Darkroom.Core.Images.Preparation;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations.Faults;

/// <summary>A fault of one operation, and which of the generic tests has to find it.</summary>
/// <param name="Scenario">Of the operation.</param>
/// <param name="Find">The test.</param>
/// <param name="Says">What it complains of; a wildcard pattern.</param>
internal sealed record PlantedFault(string Scenario, Func<GenericStepTests, string, Task> Find, string Says)
{
    private const string Repeated = "*State*Succeeded*";

    /// <summary>A step and what is put in its place.</summary>
    public (string Name, Func<OperationHarness, Step, Step> Alter)? Step { get; init; }

    public bool ForgetFailures { get; init; }

    public static readonly IReadOnlyDictionary<string, PlantedFault> All = new Dictionary<string, PlantedFault>
    {
        ["A preparation that makes its group before it says so"] = new("PrepareImage", Twice, "*has no intent*")
        {
            Step = (IsolationGroupStep.Name, (_, step) => step with { Do = GroupBeforeIntentAsync }),
        },
        ["A preparation that launches under another token each time"] = new("PrepareImage", Twice, "*instance*")
        {
            Step = ("StartPreparationInstance", (_, step) => step with { Do = LaunchAsync }),
        },
        ["A preparation that captures under another name each time"] = new("PrepareImage", Twice, "*image*")
        {
            Step = ("CaptureImage", (_, step) => step with { Do = CaptureAsync }),
        },
        ["A preparation that takes back an image without its snapshots"] = new("PrepareImage", Failing, "*snapshot*")
        {
            Step = ("CaptureImage", (_, step) => step with { Undo = DeregisterAsync }),
        },
        ["A preparation that takes back only the instance that it has heard of"] = new("PrepareImage", Failing, "*instance*")
        {
            Step = ("StartPreparationInstance", (_, step) => step with { Undo = context => context.OwnOutput<StartedInstance>() is null ? Task.CompletedTask : step.Undo!(context) }),
        },
        ["A preparation that minds an instance that it has taken back before"] = new("PrepareImage", UndoneTwice, "*State*Canceled*")
        {
            Step = ("StartPreparationInstance", (_, step) => step with { Undo = context => TerminateOnceAsync(step, context) }),
        },
        ["A share that minds that it is one"] = new("ShareImage", Twice, Repeated) { Step = Unsafe("CommitShare") },
        ["A share that stays at work when it has failed"] = new("ShareImage", Ended, "*InProgress*") { ForgetFailures = true },
        ["A share whose end is committed before its step is"] = new("UnshareImage", Twice, Repeated) { Step = Unsafe("RemoveShare") },
        ["A share that isn't given back when its end has failed"] = new("UnshareImage", Ended, "*Deleting*") { ForgetFailures = true },
        ["A removal that minds an image that is gone"] = new("RemoveImage without shares", Twice, Repeated) { Step = Unsafe("DeregisterImage") },
        ["A removal that forgets the spec before its step is committed"] = new("RemoveImage without shares", Twice, Repeated) { Step = CommittedAlone("ForgetSpec") },
        ["A removal that takes the shares before its step is committed"] = new("RemoveImage with shares", Ended, "*share*") { Step = CommittedAlone("WithdrawImage") },
        ["A removal that doesn't give the spec back when it has failed"] = new("RemoveImage without shares", Ended, "*Deleting*") { ForgetFailures = true },
        ["A removal that leaves the snapshots"] = new("RemoveImage without shares", Twice, "*snapshot*")
        {
            Step = ("DeleteSnapshots", (_, step) => step with { Do = context => Task.FromResult(StepResult.Done(new SnapshotsLeft([]))) }),
        },
    };

    public void PlantIn(OperationHarness harness)
    {
        harness.Faults.ForgetFailures = ForgetFailures;
        if (Step is { } planted)
        {
            harness.Faults.Plant = step => step.Name == planted.Name ? planted.Alter(harness, step) : step;
        }
    }

    private static Task Twice(GenericStepTests tests, string scenario) => tests.Each_step_run_twice_has_the_effect_of_once(scenario);

    private static Task UndoneTwice(GenericStepTests tests, string scenario) => tests.Each_undo_run_twice_has_the_effect_of_once(scenario);

    private static Task Failing(GenericStepTests tests, string scenario) => tests.A_failure_at_each_step_can_be_discarded_and_leaves_nothing(scenario);

    private static Task Ended(GenericStepTests tests, string scenario) => tests.A_failure_at_each_step_of_what_is_not_held_ends_it_and_a_Retry_finishes_it(scenario);

    private static (string, Func<OperationHarness, Step, Step>) Unsafe(string name) =>
        (name, (harness, step) => UnsafeSteps.All(harness.Services, () => Task.CompletedTask)[name](step));

    private static (string, Func<OperationHarness, Step, Step>) CommittedAlone(string name) => (name, (harness, step) => UnsafeSteps.CommittedAlone(harness.Services, step));

    private static async Task<StepResult> GroupBeforeIntentAsync(StepContext context)
    {
        var vpc = context.Preparation().VpcId;
        var group = await context.Cloud.FindIsolationGroupAsync(context.Access, vpc, context.Cancel)
            ?? await context.Cloud.CreateIsolationGroupAsync(context.Access, vpc, context.Tags(), context.Cancel);
        await context.IntendAsync(OwnedResourceKind.IsolationGroup);
        await context.SettleAsync(context.StepReference, group);
        return await IsolationGroupStep.EnsureAsync(context);
    }

    private static async Task<StepResult> LaunchAsync(StepContext context)
    {
        var input = context.Preparation();
        var nonce = Reference.Nonce(context.OperationId, context.Attempt);
        var launch = new PreparationInstance
        {
            Token = Guid.NewGuid().ToString("N"),
            Name = "Planted",
            ImageId = input.MasterImageId,
            InstanceType = input.InstanceType,
            Profile = input.Profile,
            Zone = input.Zone,
            SubnetIds = input.SubnetIds,
            IsolationGroupId = (await IsolationGroupStep.ClosedAsync(context))!,
            OsType = input.OsType,
            UserData = GuestScript.UserData(input.OsType, new GuestScriptOptions(new GuestNonce(nonce))),
            Tags = context.Tags(),
        };
        await context.IntendAsync(OwnedResourceKind.Instance);
        return StepResult.Done(new StartedInstance(await context.Cloud.StartPreparationInstanceAsync(context.Access, launch, context.Cancel), context.StepReference, nonce));
    }

    private static async Task<StepResult> CaptureAsync(StepContext context)
    {
        await context.IntendAsync(OwnedResourceKind.Image);
        var name = $"Planted {Guid.NewGuid():N}";
        var capture = new ImageCapture(context.Output<StartedInstance>("StartPreparationInstance").InstanceId, name, "Planted", context.Tags());
        return StepResult.Done(new CapturedImage(await context.Cloud.CaptureImageAsync(context.Access, capture, context.Cancel), name, context.StepReference));
    }

    private static async Task DeregisterAsync(StepContext context)
    {
        if (context.OwnOutput<CapturedImage>() is { } captured)
        {
            await context.Cloud.DeregisterImageAsync(context.Access, captured.ImageId, context.Cancel);
        }
    }

    private static async Task TerminateOnceAsync(Step step, StepContext context)
    {
        var instance = context.OwnOutput<StartedInstance>()!.InstanceId;
        var seen = await context.Cloud.DescribeInstancesAsync(context.Access, [instance], context.Cancel);
        if (seen.GetValueOrDefault(instance)?.State is InstanceState.ShuttingDown or InstanceState.Terminated)
        {
            throw new InvalidOperationException("The instance was taken back before.");
        }

        await step.Undo!(context);
    }
}
