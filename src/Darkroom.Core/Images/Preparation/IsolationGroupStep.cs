using Darkroom.Core.Clouds;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Images.Preparation;

/// <summary>One isolation group a VPC: found or made, and emptied every time, because its existence proves nothing about its rules.</summary>
internal static class IsolationGroupStep
{
    public const string Name = "EnsureIsolationGroup";

    /// <summary>How long a revoked rule may still be seen.</summary>
    private static readonly TimeSpan RuleInterval = TimeSpan.FromSeconds(2);

    public static async Task<StepResult> EnsureAsync(StepContext context) =>
        await ClosedAsync(context) is null ? StepResult.Wait(RuleInterval) : StepResult.Done();

    /// <summary>The group's id once it has no rule; null while revoked rules are still seen.</summary>
    public static async Task<string?> ClosedAsync(StepContext context)
    {
        var vpc = context.Preparation().VpcId;
        var reference = Reference.Of(context.OperationId, Name, context.Attempt);
        var group = await context.Cloud.FindIsolationGroupAsync(context.Access, vpc, context.Cancel)
            ?? await context.CreateAsync(
                OwnedResourceKind.IsolationGroup,
                reference,
                () => context.Cloud.CreateIsolationGroupAsync(context.Access, vpc, context.Tags() with { Reference = reference }, context.Cancel));
        await context.SettleAsync(reference, group);
        return await context.Cloud.CloseIsolationGroupAsync(context.Access, group, context.Cancel) == 0 ? group : null;
    }
}
