using Amazon.EC2;
using Amazon.EC2.Model;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Images;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    public async Task<string> CaptureImageAsync(CloudAccess access, ImageCapture capture, CancellationToken ct)
    {
        var request = new CreateImageRequest
        {
            InstanceId = capture.InstanceId,
            Name = capture.Name,
            Description = capture.Description,
            // The instance is stopped; should somebody have started it, it mustn't be rebooted under their hands.
            NoReboot = true,
            TagSpecifications = AwsTags.Specify(AwsTags.From(capture.Tags, capture.Name), ResourceType.Image, ResourceType.Snapshot),
        };
        try
        {
            var answer = await calls.Ec2Async(access, AwsActions.CreateImage, (ec2, cancel) => ec2.CreateImageAsync(request, cancel), ct);
            return AwsFailure.Answered(answer.ImageId, AwsActions.CreateImage);
        }
        catch (CloudException failure) when (failure.Is("InvalidAMIName.Duplicate"))
        {
            // Names are derived from the operation: the image is an earlier try's, which a listing doesn't show yet.
            throw AwsFailure.NotVisibleYet(failure, "image", capture.Name);
        }
    }

    public async Task<ImageStatus?> FindImageAsync(CloudAccess access, string imageName, CancellationToken ct)
    {
        var images = await OwnImagesAsync(access, [AwsFilters.Where("name", imageName)], ct);
        return images.Select(ImageStatuses.From).FirstOrDefault(status => status.State != CloudImageState.Gone);
    }

    public async Task<ImageStatus?> GetImageAsync(CloudAccess access, string imageId, CancellationToken ct)
    {
        try
        {
            var image = (await ImagesByIdAsync(access, imageId, ct)).FirstOrDefault();
            return image is null || ImageStatuses.From(image) is not { State: not CloudImageState.Gone } status ? null : status;
        }
        catch (CloudException failure) when (failure.Is("InvalidAMIID.NotFound", "InvalidAMIID.Unavailable", "InvalidAMIID.Malformed"))
        {
            return null;
        }
    }

    public async Task SealImageAsync(
        CloudAccess access, string imageId, IReadOnlyList<string> snapshotIds, ResourceTags tags, CancellationToken ct)
    {
        try
        {
            await calls.Ec2Async(
                access,
                AwsActions.ModifyImageAttribute,
                (ec2, cancel) => ec2.ModifyImageAttributeAsync(
                    new() { ImageId = imageId, Attribute = "imdsSupport", ImdsSupport = "v2.0" }, cancel),
                ct);
            await calls.Ec2Async(
                access,
                AwsActions.CreateTags,
                (ec2, cancel) => ec2.CreateTagsAsync(new() { Resources = [imageId, .. snapshotIds], Tags = AwsTags.From(tags) }, cancel),
                ct);
        }
        catch (CloudException failure) when (failure.Is("InvalidAMIID.NotFound", "InvalidSnapshot.NotFound", "InvalidID"))
        {
            throw AwsFailure.NotVisibleYet(failure, "image", imageId);
        }
    }

    private Task<List<Image>> OwnImagesAsync(CloudAccess access, List<Filter> filters, CancellationToken ct) => calls.Ec2PagesAsync(
        access,
        AwsActions.DescribeImages,
        (ec2, next, cancel) => ec2.DescribeImagesAsync(new() { Owners = ["self"], Filters = filters, MaxResults = PageSize, NextToken = next }, cancel),
        page => (page.Images, page.NextToken),
        ct);
}
