using Amazon.EC2.Model;
using Darkroom.Aws.Checks;
using Darkroom.Aws.Errors;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

/// <summary>Whether a prepared image is whole, and what of its hardware is bound to a zone.</summary>
internal static class PreparedChecks
{
    public static IEnumerable<Problem> OfImage(string imageId, Image? image, string account)
    {
        if (image?.State?.Value is null or "deregistered")
        {
            yield return new Problem(SharingCheckErrors.ImageMissing.With(imageId));
            yield break;
        }

        if (image.State.Value != "available")
        {
            yield return new Problem(SharingCheckErrors.ImageNotAvailable.With(imageId, image.State.Value));
        }

        if (image.OwnerId != account)
        {
            yield return new Problem(SharingCheckErrors.ImageForeign.With(imageId, image.OwnerId, account));
        }
    }

    public static IEnumerable<Problem> OfSnapshots(IReadOnlyList<string> wanted, List<Snapshot> found)
    {
        foreach (var id in wanted)
        {
            var snapshot = found.Find(s => s.SnapshotId == id);
            if (snapshot is null)
            {
                yield return new Problem(SharingCheckErrors.SnapshotMissing.With(id), Subject: id);
            }
            else if (snapshot.State?.Value != "completed")
            {
                yield return new Problem(SharingCheckErrors.SnapshotNotCompleted.With(id, snapshot.State?.Value ?? "unknown"), Subject: id);
            }
            else if (!string.IsNullOrEmpty(snapshot.AvailabilityZone) || !string.IsNullOrEmpty(snapshot.OutpostArn))
            {
                yield return new Problem(SharingCheckErrors.SnapshotLocal.With(id, string.IsNullOrEmpty(snapshot.OutpostArn) ? snapshot.AvailabilityZone : snapshot.OutpostArn), Subject: id);
            }
        }
    }

    /// <summary>No permission is asked for to look these up, so that they are said and stand in nobody's way.</summary>
    public static IEnumerable<Problem> OfHardware(SharingPlan plan)
    {
        (string Property, string? Value)[] zonal =
        [
            ("Placement.HostId", plan.Profile.Placement?.HostId),
            ("CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId", plan.Profile.CapacityReservation?.ReservationId),
        ];
        return zonal.Where(property => property.Value is not null)
            .Select(property => new Problem(SharingCheckErrors.BoundToZone.With(property.Property, property.Value, plan.Zone), CheckResult.NotCheckable));
    }
}
