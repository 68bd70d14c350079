using Darkroom.Contracts.Images;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Sharing;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Core.Tests.Operations.Faults;

/// <summary>The faults: steps, one of each operation on a prepared image, that are right when they run once and wrong when they run again.</summary>
internal static class UnsafeSteps
{
    private static readonly ErrorDefinition DoneBefore = new("PlantedRepeat", 500, "{0} minds what it did before.", "None.");

    /// <param name="way">What happens between the effect and its commit.</param>
    public static IReadOnlyDictionary<string, Func<Step, Step>> All(IServiceProvider services, Func<Task> way) => new Dictionary<string, Func<Step, Step>>
    {
        ["CommitShare"] = step => step with { Do = context => ShareAsync(services, step, context, way) },
        ["RemoveShare"] = step => CommittedAlone(services, step, way),
        ["DeregisterImage"] = step => step with { Do = context => DeregisterAsync(step, context, way) },
    };

    /// <summary>What the step does to the tables is committed on its own, before its outcome.</summary>
    public static Step CommittedAlone(IServiceProvider services, Step step, Func<Task>? way = null) => step with
    {
        Do = async context =>
        {
            var result = await step.Do(context);
            if (result is not StepResult.Completed { Apply: { } apply } done)
            {
                return result;
            }

            await ChangeAsync(services, apply);
            await (way?.Invoke() ?? Task.CompletedTask);
            return StepResult.Done(done.Output);
        },
    };

    /// <summary>Takes the success that it made itself for somebody else's.</summary>
    private static async Task<StepResult> ShareAsync(IServiceProvider services, Step step, StepContext context, Func<Task> way)
    {
        var input = context.Input<ShareInput>();
        var made = false;
        await ChangeAsync(services, async db =>
        {
            var share = await db.ImageVersionSpecHostingUnits.SingleAsync(u => u.SpecUid == input.SpecUid && u.HostingUnitUid == input.HostingUnitUid);
            made = share.Status != ImageShareStatus.Success;
            share.Status = ImageShareStatus.Success;
        });
        await way();
        return made ? await step.Do(context) : StepResult.Fail([DoneBefore.With(step.Name)]);
    }

    /// <summary>Takes an image that is gone for a failure.</summary>
    private static async Task<StepResult> DeregisterAsync(Step step, StepContext context, Func<Task> way)
    {
        if (context.Input<RemovalInput>() is not { PurgeDbOnly: false, ImageId: { } image })
        {
            return await step.Do(context);
        }

        if (await context.Cloud.GetImageAsync(context.Access, image, context.Cancel) is null)
        {
            return StepResult.Fail([DoneBefore.With(step.Name)]);
        }

        var result = await step.Do(context);
        await way();
        return result;
    }

    private static async Task ChangeAsync(IServiceProvider services, Func<DarkroomDb, Task> change)
    {
        using (await services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None))
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync();
            await change(db);
            await db.SaveChangesAsync();
        }
    }
}
