using Darkroom.Core.Clouds;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Images.Preparation;

/// <summary>One isolation group a VPC: found or made, and emptied every time, because its existence proves nothing about its rules.</summary>
internal static class IsolationGroupStep
{
    public static async Task<StepResult> EnsureAsync(StepContext context)
    {
        var vpc = context.Preparation().VpcId;
        var group = await context.Cloud.FindIsolationGroupAsync(context.Access, vpc, context.Cancel) ?? await CreateAsync(context, vpc);
        await context.SettleAsync(context.StepReference, group);
        var rules = await context.Cloud.CloseIsolationGroupAsync(context.Access, group, context.Cancel);
        return rules == 0
            ? StepResult.Done(new IsolationGroup(group))
            : StepResult.Fail([PreparationErrors.IsolationGroupOpen.With(group, rules)]);
    }

    private static async Task<string> CreateAsync(StepContext context, string vpc)
    {
        await context.IntendAsync(OwnedResourceKind.IsolationGroup);
        return await context.SettlingRefusalAsync(() => context.Cloud.CreateIsolationGroupAsync(context.Access, vpc, context.Tags(), context.Cancel));
    }
}
