using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Operations;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Preparation;

/// <summary>Finds everything that stands in the way before anything is made.</summary>
internal static class PrerequisiteStep
{
    public const string Checking = "CheckPrerequisites";

    public static async Task<StepResult> CheckAsync(StepContext context)
    {
        var input = context.Preparation();
        var findings = await context.Cloud.CheckPreparationAsync(
            context.Access,
            new PreparationPlan
            {
                MasterImageId = input.MasterImageId,
                OsType = input.OsType,
                Profile = input.Profile,
                InstanceType = input.InstanceType,
                VpcId = input.VpcId,
                Zone = input.Zone,
                SubnetIds = input.SubnetIds,
            },
            context.Cancel);
        findings.RequireAnswers();
        var errors = findings.Obstacles();
        var output = new CheckedPrerequisites(
            [.. input.Profile.Warnings, .. findings.Errors(CheckResult.Warning).Select(e => e.ToDto())],
            [.. findings.Select(f => f.ToDto())]);
        return errors switch
        {
            [] => StepResult.Done(output, async db => (await db.ImageVersionSpecs.SingleAsync(s => s.Uid == input.SpecUid)).Warnings = output.Warnings),
            [var one] => StepResult.Fail([one], output: output),
            _ => StepResult.Fail([PreparationErrors.PrerequisitesNotMet.With(errors.Count), .. errors], output: output),
        };
    }
}
