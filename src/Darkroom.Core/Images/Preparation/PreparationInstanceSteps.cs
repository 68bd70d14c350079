using Darkroom.Core.Clouds;
using Darkroom.Core.Images.Guest;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Images.Preparation;

/// <summary>The life of the preparation instance.</summary>
internal static class PreparationInstanceSteps
{
    public const string Starting = "StartPreparationInstance";
    public const string Releasing = "ReleasePreparationInstance";

    public static async Task<StepResult> StartAsync(StepContext context)
    {
        var input = context.Preparation();
        var nonce = Reference.Nonce(context.OperationId, context.Attempt);

        // A Retry may come an hour after the group was seen closed.
        if (await IsolationGroupStep.ClosedAsync(context) is not { } group)
        {
            return StepResult.Wait(TimeSpan.FromSeconds(2));
        }

        var wanted = new PreparationInstance
        {
            Token = context.StepReference,
            Name = $"Darkroom preparation of {input.DefinitionName} {input.VersionNumber}",
            ImageId = input.MasterImageId,
            InstanceType = input.InstanceType,
            Profile = input.Profile,
            Zone = input.Zone,
            SubnetIds = input.SubnetIds,
            IsolationGroupId = group,
            OsType = input.OsType,
            UserData = GuestScript.UserData(input.OsType, new GuestScriptOptions(new GuestNonce(nonce)) { ExcludedSteps = input.ExcludedSteps }),
            Tags = context.Tags(),
        };
        var instance = await context.CreateAsync(
            OwnedResourceKind.Instance,
            context.StepReference,
            () => context.Cloud.StartPreparationInstanceAsync(context.Access, wanted, context.Cancel),
            () => context.Cloud.FindInstancesAsync(context.Access, context.StepReference, context.Cancel));
        var output = new StartedInstance(instance, context.StepReference, nonce);
        return StepResult.Done(output, db => db.FoundAsync(output.Reference, instance));
    }

    public static async Task TerminateAsync(StepContext context)
    {
        IReadOnlyList<string> instances = context.OwnOutput<StartedInstance>() is { } started
            ? [started.InstanceId]
            : await context.Cloud.FindInstancesAsync(context.Access, context.StepReference, context.Cancel);
        foreach (var instance in instances)
        {
            await context.Cloud.TerminateInstanceAsync(context.Access, instance, context.Cancel);
        }

        // One that isn't seen any more may never have been seen yet: its intent is left to the sweep.
        var seen = await context.Cloud.DescribeInstancesAsync(context.Access, [.. instances], context.Cancel);
        if (instances is [var first, ..] && instances.All(i => seen.GetValueOrDefault(i)?.State is InstanceState.ShuttingDown or InstanceState.Terminated))
        {
            await context.SettleAsync(context.StepReference, first);
        }
    }

    public static async Task<StepResult> ReleaseAsync(StepContext context)
    {
        var started = context.Output<StartedInstance>(Starting);
        await context.Cloud.TerminateInstanceAsync(context.Access, started.InstanceId, context.Cancel);
        var now = context.Now;
        return StepResult.Done(apply: db => db.SettleAsync(started.Reference, started.InstanceId, now));
    }
}
