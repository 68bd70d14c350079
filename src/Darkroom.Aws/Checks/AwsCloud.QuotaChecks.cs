using Amazon.EC2.Model;
using Darkroom.Aws.Checks;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Preparation;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    private const double GibInTib = 1024;
    private const string DefaultVolumeType = "gp2";

    private static readonly TimeSpan QuotaKept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan CountKept = TimeSpan.FromSeconds(10);
    private static readonly string[] CountedStates = ["pending", "running"];

    /// <summary>What a preparation draws on the account's quotas, against what is in use. The quotas' values are kept, what is in use is counted each time, running instances once for all that begin together.</summary>
    private IEnumerable<Task<IReadOnlyList<Finding>>> QuotaChecks(
        CloudAccess access, PreparationPlan plan, Task<List<Image>> master, Task<List<InstanceTypeInfo>> type, CancellationToken ct)
    {
        if (plan.InstanceType is { } size && Quota.OfType(size) is { } vcpus && plan.Profile?.Placement?.Tenancy != "host")
        {
            yield return CheckOutcome.OfAsync(
                CheckNames.VcpuQuota, () => CheckVcpusAsync(access, vcpus, type, ct), vcpus.Code, optional: true);
        }

        yield return CheckOutcome.OfAsync(
            CheckNames.ImageQuota,
            () => CheckQuotaAsync(access, Quota.Images, 1, async _ => (await OwnImagesAsync(access, [], ct)).Count, ct),
            Quota.Images.Code,
            optional: true);
        yield return CheckOutcome.OfAsync(
            CheckNames.SnapshotQuota,
            async () => await CheckQuotaAsync(
                access, Quota.Snapshots, (await DisksAsync(plan, master)).Count, async _ => (await OwnSnapshotsAsync(access, [], ct)).Count, ct),
            Quota.Snapshots.Code,
            optional: true);
        yield return CheckOutcome.OfAsync(
            CheckNames.NetworkInterfaceQuota,
            () => CheckQuotaAsync(
                access, Quota.NetworkInterfaces, Math.Max(plan.SubnetIds.Count, 1), async _ => (await NetworkInterfacesAsync(access, [], ct)).Count, ct),
            Quota.NetworkInterfaces.Code,
            optional: true);
        yield return CheckOutcome.OfAsync(CheckNames.VolumeStorageQuota, () => CheckStorageAsync(access, plan, master, ct), optional: true);
    }

    private async Task<IEnumerable<Problem>> CheckVcpusAsync(CloudAccess access, Quota quota, Task<List<InstanceTypeInfo>> type, CancellationToken ct) =>
        (await type).FirstOrDefault() is { VCpuInfo.DefaultVCpus: { } needed }
            ? await CheckQuotaAsync(
                access, quota, needed, async room => await CountedVcpusAsync(access, quota, ct) is var counted && counted <= room ? counted : await RunningVcpusAsync(access, quota, ct), ct)
            : [];

    // Where it isn't enough it is counted anew: somebody may have made room.
    private Task<double> CountedVcpusAsync(CloudAccess access, Quota quota, CancellationToken ct) => accounts.CachedAsync(
        access.Account, $"vcpus {access.EndpointOverride} {quota.Code}", CountKept, cancel => RunningVcpusAsync(access with { BeforeCall = null }, quota, cancel), ct);

    // On-demand instances count from their start to their stop, by the vCPUs that their type has unless told otherwise (EC2 user guide).
    private async Task<double> RunningVcpusAsync(CloudAccess access, Quota quota, CancellationToken ct)
    {
        var running = await InstancesAsync(access, [AwsFilters.Where("instance-state-name", CountedStates)], managed: true, ct);
        var types = running
            .Where(instance => instance.InstanceLifecycle is null && instance.Placement?.Tenancy?.Value != "host" && Quota.OfType(instance.InstanceType.Value) == quota)
            .CountBy(instance => instance.InstanceType.Value)
            .ToDictionary();
        var vcpus = 0.0;
        foreach (var some in types.Keys.Chunk(TypePageSize))
        {
            var known = await calls.Ec2Async(
                access, AwsActions.DescribeInstanceTypes, (ec2, cancel) => ec2.DescribeInstanceTypesAsync(new() { InstanceTypes = [.. some] }, cancel), ct);
            vcpus += known.InstanceTypes.Sum(type => types[type.InstanceType.Value] * (type.VCpuInfo?.DefaultVCpus ?? 0));
        }

        return vcpus;
    }

    private async Task<IEnumerable<Problem>> CheckStorageAsync(CloudAccess access, PreparationPlan plan, Task<List<Image>> master, CancellationToken ct)
    {
        var problems = new List<Problem>();
        foreach (var (type, gib) in (await DisksAsync(plan, master)).AggregateBy(disk => disk.Type, 0, (sum, disk) => sum + disk.SizeGib))
        {
            if (Quota.OfVolume(type) is { } quota)
            {
                problems.AddRange(await CheckQuotaAsync(
                    access,
                    quota,
                    gib / GibInTib,
                    async _ => (await VolumesAsync(access, [AwsFilters.Where("volume-type", type)], ct)).Sum(volume => volume.Size ?? 0) / GibInTib,
                    ct));
            }
        }

        return problems;
    }

    // What can't be read is said by the check of the image itself.
    private static async Task<IReadOnlyList<(string Type, int SizeGib)>> DisksAsync(PreparationPlan plan, Task<List<Image>> master)
    {
        if ((await master).FirstOrDefault() is not { } image)
        {
            return [];
        }

        var profile = plan.Profile ?? new MachineProfile { Source = new MachineProfileSource(null, null, null) };

        var own = (image.BlockDeviceMappings ?? []).Where(device => device.Ebs is not null).ToDictionary(device => device.DeviceName, device => device.Ebs);
        return
        [
            .. PreparationDisks.Of(profile, image).Select(disk => (
                disk.Ebs.VolumeType?.Value ?? own.GetValueOrDefault(disk.DeviceName)?.VolumeType?.Value ?? DefaultVolumeType,
                disk.Ebs.VolumeSize ?? 0)),
        ];
    }

    /// <param name="used">Counts what is in use; it is told how much of it would leave room enough.</param>
    private async Task<IEnumerable<Problem>> CheckQuotaAsync(CloudAccess access, Quota quota, double needed, Func<double, Task<double>> used, CancellationToken ct)
    {
        var limit = await accounts.CachedAsync(
            access.Account, $"quota {access.EndpointOverride} {quota.Code}", QuotaKept, cancel => LimitAsync(access with { BeforeCall = null }, quota, cancel), ct);
        var inUse = await used(limit - needed);
        return inUse + needed > limit
            ? [new Problem(CheckErrors.QuotaInsufficient.With(quota.Name, $"{quota.Service}/{quota.Code}", Figure(limit), Figure(inUse), Figure(needed), quota.Unit), Subject: quota.Code)]
            : [];
    }

    // Some accounts have no value of their own (Service Quotas API reference, GetServiceQuota).
    private async Task<double> LimitAsync(CloudAccess access, Quota quota, CancellationToken ct)
    {
        try
        {
            return await calls.ServiceQuotasAsync(
                access, AwsActions.GetServiceQuota, (quotas, cancel) => quotas.GetServiceQuotaAsync(quota.Service, quota.Code, cancel), ct);
        }
        catch (CloudException failure) when (failure.Is("NoSuchResourceException"))
        {
            return await calls.ServiceQuotasAsync(
                access, AwsActions.GetDefaultServiceQuota, (quotas, cancel) => quotas.GetDefaultServiceQuotaAsync(quota.Service, quota.Code, cancel), ct);
        }
    }

    private static string Figure(double value) => value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}
