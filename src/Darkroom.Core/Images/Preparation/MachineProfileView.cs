using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Images.Preparation;

/// <summary>A machine profile as people read it. User data is named and never shown: scripts hold passwords.</summary>
internal static class MachineProfileView
{
    public static MachineProfileDto ToDto(string path, MachineProfile profile) => new()
    {
        MachineProfile = path,
        ServiceOffering = profile.InstanceType,
        SubnetIds = [.. profile.Nics.OrderBy(nic => nic.DeviceIndex).Select(nic => nic.SubnetId)],
        Properties = [.. Properties(profile).Where(said => !string.IsNullOrEmpty(said.Value)).Select(said => new MachineProfilePropertyDto(said.Name, said.Value!))],
        Warnings = profile.Warnings,
    };

    private static IEnumerable<(string Name, string? Value)> Properties(MachineProfile profile) =>
    [
        ("Service offering", profile.InstanceType),
        ("Tenancy", profile.Placement?.Tenancy),
        ("Dedicated host", profile.Placement?.HostId ?? profile.Placement?.HostResourceGroupArn),
        ("Placement group", profile.Placement?.GroupName ?? profile.Placement?.GroupId),
        ("CPU", Cpu(profile)),
        ("EBS-optimised", YesOrNo(profile.EbsOptimized)),
        .. profile.Volumes.Select(volume => ($"Volume {volume.DeviceName}", (string?)Volume(volume))),
        .. profile.Nics.OrderBy(nic => nic.DeviceIndex).Select(nic => ($"NIC {nic.DeviceIndex}", (string?)Nic(nic))),
        ("Security groups", string.Join(", ", profile.SecurityGroupIds)),
        ("Instance profile", profile.InstanceProfile),
        ("Instance metadata", Metadata(profile.Metadata)),
        ("Hibernation", YesOrNo(profile.Hibernation)),
        ("Nitro Enclave", YesOrNo(profile.Enclave)),
        ("Automatic recovery", profile.AutoRecovery),
        ("Capacity reservation", profile.CapacityReservation is { } reservation ? reservation.ReservationId ?? reservation.ResourceGroupArn ?? reservation.Preference : null),
        ("Licences", string.Join(", ", profile.LicenseConfigurationArns)),
        ("Market", profile.MarketType),
        ("Key pair", profile.KeyName),
        ("Detailed monitoring", YesOrNo(profile.Monitoring)),
        ("User data", profile.UserData is null ? null : "there; a preparation sets it aside"),
        ("Tags", string.Join(", ", profile.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key} = {tag.Value}"))),
    ];

    private static string Cpu(MachineProfile profile) => Words(
        profile.Cpu?.CoreCount is { } cores ? $"{cores} cores" : null,
        profile.Cpu?.ThreadsPerCore is { } threads ? $"{threads} threads a core" : null,
        profile.Cpu?.AmdSevSnp is { } snp ? $"AMD SEV-SNP {snp}" : null,
        profile.CpuCredits is { } credits ? $"{credits} credits" : null);

    private static string Volume(ProfileVolume volume) => Words(
        volume.SizeGb is { } size ? $"{size} GiB" : null,
        volume.VolumeType,
        volume.Iops is { } iops ? $"{iops} IOPS" : null,
        volume.Throughput is { } throughput ? $"{throughput} MiB/s" : null,
        volume.Encrypted == true ? volume.KmsKeyId is { } key ? $"encrypted with {key}" : "encrypted" : null);

    private static string Nic(ProfileNic nic) => Words(nic.SubnetId ?? "no subnet", string.Join(", ", nic.SecurityGroupIds), nic.InterfaceType, nic.Description);

    private static string Metadata(ProfileMetadata? metadata) => Words(
        metadata?.HttpEndpoint is { } endpoint ? $"endpoint {endpoint}" : null,
        metadata?.HttpTokens is { } tokens ? $"tokens {tokens}" : null,
        metadata?.HttpPutResponseHopLimit is { } hops ? $"{hops} hops" : null);

    private static string? YesOrNo(bool? said) => said switch { true => "yes", false => "no", null => null };

    private static string Words(params IEnumerable<string?> said) => string.Join(", ", said.Where(word => !string.IsNullOrEmpty(word)));
}
