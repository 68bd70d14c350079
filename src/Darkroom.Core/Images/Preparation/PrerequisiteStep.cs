using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Operations;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Preparation;

/// <summary>Finds everything that stands in the way before anything is made.</summary>
internal static class PrerequisiteStep
{
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
        IReadOnlyList<Error> errors = [.. Of(findings, FindingSeverity.Error)];
        var output = new CheckedPrerequisites([.. input.Profile.Warnings, .. Of(findings, FindingSeverity.Warning).Select(e => e.ToDto())]);
        return errors switch
        {
            [] => StepResult.Done(output, async db => (await db.ImageVersionSpecs.SingleAsync(s => s.Uid == input.SpecUid)).Warnings = output.Warnings),
            [var one] => StepResult.Fail([one]),
            _ => StepResult.Fail([PreparationErrors.PrerequisitesNotMet.With(errors.Count), .. errors]),
        };
    }

    private static IEnumerable<Error> Of(IEnumerable<Finding> findings, FindingSeverity severity) =>
        findings.Where(f => f.Severity == severity).Select(f => f.Error).OfType<Error>();
}
