using Darkroom.Simulator.Ec2.Images;
using Darkroom.Simulator.Ec2.Instances;
using Darkroom.Simulator.Ec2.InstanceTypes;
using Darkroom.Simulator.Ec2.Networks;
using Darkroom.Simulator.Ec2.SecurityGroups;
using Darkroom.Simulator.Ec2.Snapshots;
using Darkroom.Simulator.Ec2.Volumes;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.ServiceQuotas;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2;

/// <summary>How much of its quotas an account uses in a Region, in each quota's own unit, and whether there is room for more.</summary>
internal static class QuotaUse
{
    private const double GiBInTiB = 1024;

    private static readonly Dictionary<string, Quota> StorageByType = new()
    {
        ["gp2"] = PublishedQuotas.Gp2Storage,
        ["gp3"] = PublishedQuotas.Gp3Storage,
        ["io1"] = PublishedQuotas.Io1Storage,
        ["io2"] = PublishedQuotas.Io2Storage,
    };

    /// <summary>How much of a quota is used; the Region is held.</summary>
    public static double Of(RegionState region, Quota quota)
    {
        if (quota == PublishedQuotas.Images)
            return region.Resources.All<Image>().Count(image => image.OwnerId == region.AccountId);
        if (quota == PublishedQuotas.Snapshots)
            return region.Resources.All<Snapshot>().Count(snapshot => snapshot.OwnerId == region.AccountId);
        if (quota == PublishedQuotas.NetworkInterfaces)
            return region.Resources.All<NetworkInterface>().Count();
        if (quota == PublishedQuotas.SecurityGroups)
            return region.Resources.All<SecurityGroup>().Count();
        if (quota == PublishedQuotas.ManagedInstances)
            return region.Resources.All<Instance>().Count(instance => instance.Operator is not null && instance.State != InstanceState.Terminated);
        return Storage(region, quota) + Vcpus(region, quota);
    }

    /// <summary>Whether so much more fits into a quota.</summary>
    public static bool HasRoom(RegionState region, Quota quota, double more) =>
        Of(region, quota) + more <= region.Simulation.Quotas.Value(region.AccountId, region.Name, quota);

    /// <exception cref="AwsException">The quota would be exceeded.</exception>
    public static void Require(RegionState region, Quota quota, double more, string code, string message)
    {
        if (!HasRoom(region, quota, more))
            throw new AwsException(code, message);
    }

    /// <summary>Requires vCPUs for instances about to run. Types that share a quota are told by the letters their names begin with.</summary>
    /// <exception cref="AwsException">VcpuLimitExceeded, or MaxSpotInstanceCountExceeded for Spot instances.</exception>
    public static void RequireVcpus(RegionState region, InstanceTypeInfo type, bool spot, int instances)
    {
        if (QuotaOf(type, spot) is not { } quota)
            return;
        if (spot)
            Require(region, quota, type.Vcpus * instances, "MaxSpotInstanceCountExceeded", "Max spot instance count exceeded");
        else
            Require(region, quota, type.Vcpus * instances, "VcpuLimitExceeded", FormattableString.Invariant(
                $"You have requested more vCPU capacity than your current vCPU limit of {region.Simulation.Quotas.Value(region.AccountId, region.Name, quota)} allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit."));
    }

    /// <summary>Whether the storage of more volumes fits into the quotas of their types.</summary>
    public static bool HasRoomFor(RegionState region, IEnumerable<VolumeShape> volumes) =>
        volumes.Where(volume => StorageByType.ContainsKey(volume.Type)).GroupBy(volume => StorageByType[volume.Type])
            .All(same => HasRoom(region, same.Key, same.Sum(volume => volume.Size) / GiBInTiB));

    private static double Storage(RegionState region, Quota quota) =>
        region.Resources.All<Volume>().Where(volume => StorageByType.GetValueOrDefault(volume.Shape.Type) == quota).Sum(volume => volume.Shape.Size) / GiBInTiB;

    /// <summary>That only pending and running instances count is inference.</summary>
    private static int Vcpus(RegionState region, Quota quota) =>
        region.Resources.All<Instance>().Where(instance => (instance.State == InstanceState.Pending || instance.State == InstanceState.Running)
            && QuotaOf(instance.Type, instance.IsSpot) == quota).Sum(instance => instance.Type.Vcpus);

    private static Quota? QuotaOf(InstanceTypeInfo type, bool spot) => new string([.. type.Name.TakeWhile(char.IsAsciiLetter)]) switch
    {
        "a" or "c" or "d" or "h" or "i" or "m" or "r" or "t" or "z" => spot ? PublishedQuotas.StandardSpotVcpus : PublishedQuotas.StandardVcpus,
        "g" or "vt" => spot ? PublishedQuotas.GraphicsSpotVcpus : PublishedQuotas.GraphicsVcpus,
        "p" when !spot => PublishedQuotas.ParallelVcpus,
        _ => null,
    };
}
