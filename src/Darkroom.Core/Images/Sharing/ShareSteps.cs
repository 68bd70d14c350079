using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Sharing;

/// <summary>Looking at everything that a share depends on, and making it one.</summary>
internal static class ShareSteps
{
    public const string Checking = "CheckSharing";

    public static async Task<StepResult> CheckAsync(StepContext context)
    {
        var place = await context.ReadAsync(db => PlaceAsync(db, context));
        List<Finding> findings = [.. ShareChecks.OfRules(place, context.OperationId), await AccountAsync(context, place)];
        if (place.Plan() is { } plan)
        {
            findings.AddRange(await context.Cloud.CheckSharingAsync(context.Access, plan, context.Cancel));
        }

        findings.RequireAnswers();
        var errors = findings.Obstacles();
        IReadOnlyList<ImageCheckDto> checks = [.. findings.Select(finding => finding.ToDto())];
        Task ShowAsync(DarkroomDb db) => OnShareAsync(db, context, share => share.Checks = checks);
        return errors switch
        {
            [] => StepResult.Done(new CheckedSharing(checks), ShowAsync),
            [var one] => StepResult.Fail([one], ShowAsync, new CheckedSharing(checks)),
            _ => StepResult.Fail([SharingErrors.ChecksFailed.With(errors.Count), .. errors], ShowAsync, new CheckedSharing(checks)),
        };
    }

    public static Task<StepResult> CommitAsync(StepContext context)
    {
        var now = context.Now;
        return Task.FromResult(StepResult.Done(apply: async db =>
        {
            // The checks may be minutes old, and a removal may have begun.
            if ((await PlaceAsync(db, context)).Rules(context.OperationId).Select(rule => rule.Refusal).OfType<Error>().FirstOrDefault() is { } refusal)
            {
                throw refusal.AsException();
            }

            await OnShareAsync(db, context, share => (share.Status, share.Errors, share.SharedAt) = (ImageShareStatus.Success, [], now));
        }));
    }

    private static Task<SharePlace> PlaceAsync(DarkroomDb db, StepContext context)
    {
        var input = context.Input<ShareInput>();
        return SharePlace.FindAsync(db, input.SpecUid, input.HostingUnitUid.ToString(), context.Cancel);
    }

    // The image's own connection was asked before the operation began; this one may have got other credentials since.
    private static async Task<Finding> AccountAsync(StepContext context, SharePlace place)
    {
        try
        {
            var account = (await context.Cloud.ProveAccountAsync(context.Access, context.Cancel)).AccountId;
            return Finding.OfRule(CheckNames.Account, SharingRules.AccountIsTheSame(place.Connection.AccountId, place.Target, account));
        }
        catch (CloudException e) when (!e.IsTransient)
        {
            return new Finding(CheckNames.Account, CheckResult.Failed, e.Error);
        }
    }

    private static async Task OnShareAsync(DarkroomDb db, StepContext context, Action<ImageVersionSpecHostingUnit> change)
    {
        var share = await db.RequireShareAsync(context);
        change(share);
        db.Touch(await db.ImageVersionSpecs.SingleAsync(s => s.Uid == share.SpecUid));
    }
}

/// <summary>Output of CheckSharing, be it passed or failed.</summary>
internal sealed record CheckedSharing(IReadOnlyList<ImageCheckDto> Checks);
