using Amazon.EC2.Model;
using Darkroom.Aws.Errors;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Profiles;

/// <summary>A launch template version as a machine profile.</summary>
internal static class TemplateProfile
{
    public static MachineProfile From(MachineProfileSource source, ResponseLaunchTemplateData data)
    {
        if (data.InstanceRequirements is not null)
        {
            const string property = "InstanceRequirements";
            throw new CloudException(ProfileErrors.RequirementsNotSupported.With(property).On(property), transient: false);
        }

        var warnings = new ProfileWarnings();
        var metadata = data.MetadataOptions is { } options
            ? warnings.Metadata(
                options.HttpTokens?.Value, options.HttpPutResponseHopLimit, options.HttpEndpoint?.Value, options.HttpProtocolIpv6?.Value,
                options.InstanceMetadataTags?.Value)
            : null;
        Warn(warnings, data);
        return new MachineProfile
        {
            Source = source,
            InstanceType = data.InstanceType?.Value,
            Placement = PlacementOf(data.Placement, warnings),
            Metadata = metadata,
            EbsOptimized = data.EbsOptimized,
            Volumes = TemplateDevices.Volumes(data.BlockDeviceMappings, warnings),
            SecurityGroupIds = data.SecurityGroupIds ?? [],
            Nics = TemplateDevices.Nics(data.NetworkInterfaces, warnings),
            InstanceProfile = data.IamInstanceProfile is { } role ? role.Arn ?? role.Name : null,
            Tags = AwsTags.ToDictionary((data.TagSpecifications ?? []).Find(tags => tags.ResourceType?.Value == "instance")?.Tags),
            Cpu = data.CpuOptions is { } cpu ? new ProfileCpu(cpu.CoreCount, cpu.ThreadsPerCore, cpu.AmdSevSnp?.Value) : null,
            CpuCredits = data.CreditSpecification?.CpuCredits,
            Hibernation = data.HibernationOptions?.Configured,
            Enclave = data.EnclaveOptions?.Enabled,
            AutoRecovery = data.MaintenanceOptions?.AutoRecovery?.Value,
            PrivateDns = data.PrivateDnsNameOptions is { } dns
                ? new ProfilePrivateDns(dns.HostnameType?.Value, dns.EnableResourceNameDnsARecord, dns.EnableResourceNameDnsAAAARecord)
                : null,
            BandwidthWeighting = data.NetworkPerformanceOptions?.BandwidthWeighting?.Value,
            DisableApiStop = data.DisableApiStop,
            CapacityReservation = data.CapacityReservationSpecification is { } reservation
                ? new ProfileCapacityReservation(
                    reservation.CapacityReservationPreference?.Value,
                    reservation.CapacityReservationTarget?.CapacityReservationId,
                    reservation.CapacityReservationTarget?.CapacityReservationResourceGroupArn)
                : null,
            LicenseConfigurationArns = [.. (data.LicenseSpecifications ?? []).Select(license => license.LicenseConfigurationArn)],
            MarketType = data.InstanceMarketOptions?.MarketType?.Value,
            UserData = string.IsNullOrEmpty(data.UserData) ? null : data.UserData,
            KeyName = data.KeyName,
            Monitoring = data.Monitoring?.Enabled,
            Warnings = warnings.All,
        };
    }

    private static ProfilePlacement? PlacementOf(LaunchTemplatePlacement? placement, ProfileWarnings warnings)
    {
        warnings.NotTakenIf(!string.IsNullOrEmpty(placement?.SpreadDomain), "Placement.SpreadDomain");
        return placement is null ? null : new ProfilePlacement
        {
            Tenancy = placement.Tenancy?.Value,
            GroupId = placement.GroupId,
            GroupName = placement.GroupName,
            HostId = placement.HostId,
            HostResourceGroupArn = placement.HostResourceGroupArn,
            Affinity = placement.Affinity,
            PartitionNumber = placement.PartitionNumber,
        };
    }

    private static void Warn(ProfileWarnings warnings, ResponseLaunchTemplateData data)
    {
        warnings.NotTakenIf(data.DisableApiTermination == true, nameof(data.DisableApiTermination));
        warnings.NotTakenIf(data.InstanceInitiatedShutdownBehavior?.Value is not (null or "" or "stop"), nameof(data.InstanceInitiatedShutdownBehavior));
        warnings.NotTakenIf(ProfileWarnings.Any(data.SecondaryInterfaces), nameof(data.SecondaryInterfaces));
        warnings.NotTakenIf(!string.IsNullOrEmpty(data.Operator?.Principal) || data.Operator?.Managed == true, nameof(data.Operator));
        warnings.NotTakenIf(ProfileWarnings.Any(data.ElasticGpuSpecifications), nameof(data.ElasticGpuSpecifications));
        warnings.NotTakenIf(ProfileWarnings.Any(data.ElasticInferenceAccelerators), nameof(data.ElasticInferenceAccelerators));
        warnings.AddIf(!string.IsNullOrEmpty(data.KernelId), nameof(data.KernelId), "the image decides it.");
        warnings.AddIf(!string.IsNullOrEmpty(data.RamDiskId), nameof(data.RamDiskId), "the image decides it.");
        warnings.AddIf(!string.IsNullOrEmpty(data.CpuOptions?.NestedVirtualization?.Value), "CpuOptions.NestedVirtualization", "machines keep the service's default.");
        warnings.AddIf(
            ProfileWarnings.Any(data.SecurityGroups) && !ProfileWarnings.Any(data.SecurityGroupIds), nameof(data.SecurityGroups),
            "groups are named by id in a VPC.");
        warnings.AddIf(
            data.InstanceMarketOptions?.SpotOptions is { } spot && (!string.IsNullOrEmpty(spot.MaxPrice) || spot.ValidUntil is not null),
            "InstanceMarketOptions.SpotOptions", "only the market type is kept.");
        warnings.AddIf(
            (data.TagSpecifications ?? []).Exists(tags => tags.ResourceType?.Value != "instance" && ProfileWarnings.Any(tags.Tags)),
            nameof(data.TagSpecifications), "only the instance's own tags are kept.");
    }
}
