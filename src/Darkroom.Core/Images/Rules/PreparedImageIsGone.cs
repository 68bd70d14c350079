using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;

namespace Darkroom.Core.Images.Rules;

/// <summary>A record that leads to an image in the cloud is not forgotten while the image is there: nobody would find it again.</summary>
public static class PreparedImageIsGone
{
    /// <param name="image">What the cloud says of the spec's image; null when it knows none.</param>
    /// <exception cref="Errors.DarkroomException">PreparedImageExists, naming image, account, Region and snapshots.</exception>
    public static void Check(ImageVersionSpec spec, HypervisorConnection connection, ImageStatus? image)
    {
        if (image is { State: not CloudImageState.Gone })
        {
            var snapshots = string.Join(", ", image.SnapshotIds.Union(spec.SnapshotIds));
            throw ImageErrors.PreparedImageExists.Raise(spec.Uid, image.ImageId, connection.AccountId, connection.Region, snapshots);
        }
    }
}
