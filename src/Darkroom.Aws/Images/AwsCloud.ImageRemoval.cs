using Amazon.EC2;
using Darkroom.Aws.Errors;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    public async Task<IReadOnlyList<string>> DeleteImageAsync(CloudAccess access, string imageId, CancellationToken ct)
    {
        var snapshots = await SnapshotsOfAsync(access, imageId, ct);
        snapshots.ExceptWith(await DeregisterAsync(access, imageId, ct));
        var left = new List<string>();
        foreach (var snapshot in snapshots)
        {
            if (!await RemoveSnapshotAsync(access, snapshot, ct))
            {
                left.Add(snapshot);
            }
        }

        return left;
    }

    public async Task DeregisterImageAsync(CloudAccess access, string imageId, CancellationToken ct)
    {
        try
        {
            await calls.Ec2Async(
                access, AwsActions.DeregisterImage, (ec2, cancel) => ec2.DeregisterImageAsync(new() { ImageId = imageId }, cancel), ct);
        }
        catch (CloudException failure) when (failure.Is("InvalidAMIID.NotFound", "InvalidAMIID.Unavailable"))
        {
            // Gone already.
        }
    }

    public async Task DeleteSnapshotAsync(CloudAccess access, string snapshotId, CancellationToken ct)
    {
        try
        {
            await calls.Ec2Async(
                access, AwsActions.DeleteSnapshot, (ec2, cancel) => ec2.DeleteSnapshotAsync(new() { SnapshotId = snapshotId }, cancel), ct);
        }
        catch (CloudException failure) when (failure.IsMissing())
        {
            // Gone already.
        }
    }

    // A repeat after a crash finds the image gone; its snapshots still carry our tags and its id in their description.
    private async Task<HashSet<string>> SnapshotsOfAsync(CloudAccess access, string imageId, CancellationToken ct) =>
        await GetImageAsync(access, imageId, ct) is { } image
            ? [.. image.SnapshotIds]
            :
            [
                .. (await OwnSnapshotsAsync(access, [OwnedOnly, AwsFilters.Where("description", $"*{imageId}*")], ct)).Select(snapshot => snapshot.SnapshotId),
            ];

    /// <summary>Returns the snapshots that went with it.</summary>
    private async Task<IEnumerable<string>> DeregisterAsync(CloudAccess access, string imageId, CancellationToken ct)
    {
        try
        {
            var answer = await calls.Ec2Async(
                access,
                AwsActions.DeregisterImage,
                (ec2, cancel) => ec2.DeregisterImageAsync(new() { ImageId = imageId, DeleteAssociatedSnapshots = true }, cancel),
                ct);
            return [.. (answer.DeleteSnapshotResults ?? []).Where(result => result.ReturnCode == SnapshotReturnCodes.Success).Select(result => result.SnapshotId)];
        }
        catch (CloudException failure) when (failure.Is("InvalidAMIID.NotFound", "InvalidAMIID.Unavailable"))
        {
            return [];
        }
    }

    private Task<bool> RemoveSnapshotAsync(CloudAccess access, string snapshotId, CancellationToken ct) => RemoveAsync(() => calls.Ec2Async(
        access, AwsActions.DeleteSnapshot, (ec2, cancel) => ec2.DeleteSnapshotAsync(new() { SnapshotId = snapshotId }, cancel), ct));
}
