using Amazon.EC2.Model;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Profiles;

/// <summary>
/// An instance as a machine profile. AWS fills in every default of an instance, so what equals the default is left
/// "not said": it would otherwise be asked for of types that refuse it.
/// </summary>
internal static class InstanceProfileReading
{
    public static MachineProfile From(MachineProfileSource source, InstanceReading reading)
    {
        var instance = reading.Instance;
        var warnings = new ProfileWarnings();
        var metadata = instance.MetadataOptions is { } options
            ? warnings.Metadata(
                options.HttpTokens?.Value, options.HttpPutResponseHopLimit, options.HttpEndpoint?.Value, options.HttpProtocolIpv6?.Value,
                options.InstanceMetadataTags?.Value)
            : null;
        Warn(warnings, reading);
        return new MachineProfile
        {
            Source = source,
            InstanceType = instance.InstanceType?.Value,
            Placement = PlacementOf(instance.Placement),
            Metadata = metadata,
            EbsOptimized = instance.EbsOptimized,
            Volumes = InstanceDevices.Volumes(reading, warnings),
            SecurityGroupIds = [.. (instance.SecurityGroups ?? []).Select(group => group.GroupId)],
            Nics = InstanceDevices.Nics(instance.NetworkInterfaces, warnings),
            InstanceProfile = instance.IamInstanceProfile?.Arn,
            Tags = OwnTags(instance.Tags),
            Cpu = CpuOf(instance.CpuOptions, reading.Type?.VCpuInfo),
            CpuCredits = reading.Credits,
            Hibernation = OnlyTrue(instance.HibernationOptions?.Configured),
            Enclave = OnlyTrue(instance.EnclaveOptions?.Enabled),
            AutoRecovery = Unless(instance.MaintenanceOptions?.AutoRecovery?.Value, "default"),
            PrivateDns = DnsOf(instance.PrivateDnsNameOptions),
            BandwidthWeighting = Unless(instance.NetworkPerformanceOptions?.BandwidthWeighting?.Value, "default"),
            DisableApiStop = OnlyTrue(reading.DisableApiStop),
            CapacityReservation = ReservationOf(instance.CapacityReservationSpecification),
            LicenseConfigurationArns = [.. (instance.Licenses ?? []).Select(license => license.LicenseConfigurationArn)],
            MarketType = instance.InstanceLifecycle?.Value is "spot" or "capacity-block" ? instance.InstanceLifecycle.Value : null,
            UserData = string.IsNullOrEmpty(reading.UserData) ? null : reading.UserData,
            KeyName = string.IsNullOrEmpty(instance.KeyName) ? null : instance.KeyName,
            Monitoring = OnlyTrue(instance.Monitoring?.State?.Value is "enabled" or "pending"),
            Warnings = warnings.All,
        };
    }

    private static void Warn(ProfileWarnings warnings, InstanceReading reading)
    {
        warnings.NotTakenIf(reading.DisableApiTermination == true, "DisableApiTermination");
        warnings.NotTakenIf(reading.ShutdownBehavior is not (null or "" or "stop"), "InstanceInitiatedShutdownBehavior");
        warnings.NotTakenIf(ProfileWarnings.Any(reading.Instance.SecondaryInterfaces), "SecondaryInterfaces");
        warnings.NotTakenIf(reading.Instance.Operator?.Managed == true, "Operator");
        warnings.NotTakenIf(!string.IsNullOrEmpty(reading.Instance.Placement?.SpreadDomain), "Placement.SpreadDomain");
        warnings.AddIf(
            reading.Instance.CpuOptions?.NestedVirtualization?.Value == "enabled", "CpuOptions.NestedVirtualization", "machines keep the service's default.");
    }

    private static ProfilePlacement? PlacementOf(Placement? placement) => placement is null ? null : new ProfilePlacement
    {
        Tenancy = Unless(placement.Tenancy?.Value, "default"),
        GroupId = NotEmpty(placement.GroupId),
        GroupName = NotEmpty(placement.GroupName),
        HostId = NotEmpty(placement.HostId),
        HostResourceGroupArn = NotEmpty(placement.HostResourceGroupArn),
        Affinity = Unless(placement.Affinity, "default"),
        PartitionNumber = placement.PartitionNumber,
    };

    private static ProfileCpu? CpuOf(CpuOptions? cpu, VCpuInfo? standard)
    {
        if (cpu is null)
        {
            return null;
        }

        var snp = cpu.AmdSevSnp?.Value is "enabled" ? cpu.AmdSevSnp.Value : null;
        var usual = standard is null || (cpu.CoreCount == standard.DefaultCores && cpu.ThreadsPerCore == standard.DefaultThreadsPerCore);
        return usual && snp is null ? null : usual ? new ProfileCpu(null, null, snp) : new ProfileCpu(cpu.CoreCount, cpu.ThreadsPerCore, snp);
    }

    private static ProfilePrivateDns? DnsOf(PrivateDnsNameOptionsResponse? dns) =>
        dns is null || (dns.HostnameType?.Value is null or "ip-name" && dns.EnableResourceNameDnsARecord != true && dns.EnableResourceNameDnsAAAARecord != true)
            ? null
            : new ProfilePrivateDns(dns.HostnameType?.Value, dns.EnableResourceNameDnsARecord, dns.EnableResourceNameDnsAAAARecord);

    private static ProfileCapacityReservation? ReservationOf(CapacityReservationSpecificationResponse? reservation) =>
        reservation?.CapacityReservationTarget is null && reservation?.CapacityReservationPreference?.Value is null or "open"
            ? null
            : new ProfileCapacityReservation(
                reservation.CapacityReservationPreference?.Value,
                reservation.CapacityReservationTarget?.CapacityReservationId,
                reservation.CapacityReservationTarget?.CapacityReservationResourceGroupArn);

    // AWS's own tags (aws:…) can't be set by anybody else, and ours say which operation made the instance.
    private static Dictionary<string, string> OwnTags(List<Tag>? tags) => AwsTags.ToDictionary(tags)
        .Where(tag => !tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) && !tag.Key.StartsWith("darkroom:", StringComparison.Ordinal))
        .ToDictionary();

    private static bool? OnlyTrue(bool? value) => value == true ? true : null;

    private static string? Unless(string? value, string standard) => string.IsNullOrEmpty(value) || value == standard ? null : value;

    private static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
