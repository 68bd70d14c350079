using System.Globalization;
using System.Text;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Operations;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Preparation;

/// <summary>From the stopped preparation instance to the published image.</summary>
internal static class ImageSteps
{
    // An image name has 3 to 128 characters out of letters, digits and ()[] ./-'@_ (EC2 CreateImage).
    private const string NamePunctuation = "()[] ./-'@_";
    private const int LongestDefinitionName = 60;

    public static async Task<StepResult> CaptureAsync(StepContext context)
    {
        var name = ImageName(context);
        var image = (await context.Cloud.FindImageAsync(context.Access, name, context.Cancel))?.ImageId ?? await CaptureAsync(context, name);
        var output = new CapturedImage(image, name, context.StepReference);
        return StepResult.Done(output, db => db.FoundAsync(output.Reference, image));
    }

    public static async Task DeleteAsync(StepContext context)
    {
        var image = context.OwnOutput<CapturedImage>()?.ImageId
            ?? (await context.Cloud.FindImageAsync(context.Access, ImageName(context), context.Cancel))?.ImageId;
        if (image is null)
        {
            return;
        }

        var left = await context.Cloud.DeleteImageAsync(context.Access, image, context.Cancel);
        if (left.Count > 0)
        {
            throw new CloudException(CloudErrors.StillInUse.With("snapshot", string.Join(", ", left)), transient: true);
        }

        await context.SettleAsync(context.StepReference, image);
    }

    public static async Task<StepResult> AwaitAsync(StepContext context)
    {
        var captured = context.Output<CapturedImage>("CaptureImage");
        var status = await context.Cloud.GetImageAsync(context.Access, captured.ImageId, context.Cancel)
            ?? throw new CloudException(CloudErrors.NotVisibleYet.With("image", captured.ImageId), transient: true);
        return status.State switch
        {
            CloudImageState.Available => StepResult.Done(new FinishedImage(status.SnapshotIds, status.DiskSizeGb)),
            CloudImageState.Pending => StepResult.Wait(TimeSpan.FromSeconds(15)),
            _ => StepResult.Fail([PreparationErrors.ImageCaptureFailed.With(captured.ImageId, status.Reason)]),
        };
    }

    public static async Task<StepResult> SealAsync(StepContext context)
    {
        var captured = context.Output<CapturedImage>("CaptureImage");
        var tags = context.Tags() with { Reference = captured.Reference };
        await context.Cloud.SealImageAsync(
            context.Access, captured.ImageId, context.Output<FinishedImage>("AwaitImage").SnapshotIds, tags, context.Cancel);
        return StepResult.Done();
    }

    public static Task<StepResult> PublishAsync(StepContext context)
    {
        var captured = context.Output<CapturedImage>("CaptureImage");
        var finished = context.Output<FinishedImage>("AwaitImage");
        var (spec, now) = (context.Preparation().SpecUid, context.Now);
        return Task.FromResult(StepResult.Done(apply: async db =>
        {
            var published = await db.ImageVersionSpecs.SingleAsync(s => s.Uid == spec);
            published.Status = ImageVersionSpecStatus.Success;
            published.ImageId = captured.ImageId;
            published.SnapshotIds = finished.SnapshotIds;
            published.DiskSizeGb = finished.DiskSizeGb;
            published.Errors = [];
            await db.SettleAsync(captured.Reference, captured.ImageId, now);
        }));
    }

    private static async Task<string> CaptureAsync(StepContext context, string name)
    {
        var input = context.Preparation();
        return await context.CreateAsync(OwnedResourceKind.Image, context.StepReference, () => context.Cloud.CaptureImageAsync(
            context.Access,
            new ImageCapture(
                context.Output<StartedInstance>(PreparationInstanceSteps.Starting).InstanceId,
                name,
                string.Create(CultureInfo.InvariantCulture, $"Prepared from {input.MasterImageId} by Darkroom"),
                context.Tags()),
            context.Cancel));
    }

    private static string ImageName(StepContext context)
    {
        var input = context.Preparation();
        var definition = new StringBuilder();
        foreach (var c in input.DefinitionName.Take(LongestDefinitionName))
        {
            definition.Append(char.IsAsciiLetterOrDigit(c) || NamePunctuation.Contains(c, StringComparison.Ordinal) ? c : '_');
        }

        return string.Create(CultureInfo.InvariantCulture, $"Darkroom {definition} {input.VersionNumber} {context.StepReference}");
    }
}
