using System.Text;
using System.Text.RegularExpressions;
using Amazon.EC2;
using Amazon.EC2.Model;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Preparation;

/// <summary>
/// The launch of a preparation instance: the profile's hardware with our user data, our isolation group and nothing that
/// outlives the instance. The profile's market type is left out, since a reclaimed preparation is a lost one; its stop
/// protection, since it would refuse our termination as well (EC2 user guide, stop protection); and so are its tags,
/// security groups and user data.
/// </summary>
internal static partial class PreparationRequest
{
    public static RunInstancesRequest For(PreparationInstance instance, Image image)
    {
        var profile = instance.Profile;
        return new RunInstancesRequest
        {
            ClientToken = instance.Token,
            ImageId = instance.ImageId,
            InstanceType = instance.InstanceType,
            MinCount = 1,
            MaxCount = 1,
            InstanceInitiatedShutdownBehavior = ShutdownBehavior.Stop,
            UserData = Convert.ToBase64String(Encoding.UTF8.GetBytes(instance.UserData)),
            MetadataOptions = MetadataOf(profile.Metadata),
            NetworkInterfaces = [.. instance.SubnetIds.Select((subnet, index) => NicOf(instance, subnet, index))],
            BlockDeviceMappings = PreparationDisks.Of(profile, image),
            Placement = PlacementOf(instance),
            TagSpecifications = AwsTags.Specify(
                AwsTags.From(instance.Tags, instance.Name), ResourceType.Instance, ResourceType.Volume, ResourceType.NetworkInterface),
            EbsOptimized = profile.EbsOptimized,
            IamInstanceProfile = RoleOf(profile.InstanceProfile),
            KeyName = profile.KeyName,
            Monitoring = profile.Monitoring,
            CpuOptions = profile.Cpu is { } cpu
                ? new CpuOptionsRequest { CoreCount = cpu.CoreCount, ThreadsPerCore = cpu.ThreadsPerCore, AmdSevSnp = cpu.AmdSevSnp }
                : null,
            CreditSpecification = profile.CpuCredits is { } credits && Burstable().IsMatch(instance.InstanceType)
                ? new CreditSpecificationRequest { CpuCredits = credits }
                : null,
            HibernationOptions = profile.Hibernation is { } hibernation ? new HibernationOptionsRequest { Configured = hibernation } : null,
            EnclaveOptions = profile.Enclave is { } enclave ? new EnclaveOptionsRequest { Enabled = enclave } : null,
            MaintenanceOptions = profile.AutoRecovery is { } recovery ? new InstanceMaintenanceOptionsRequest { AutoRecovery = recovery } : null,
            PrivateDnsNameOptions = DnsOf(profile.PrivateDns),
            NetworkPerformanceOptions = profile.BandwidthWeighting is { } weighting
                ? new InstanceNetworkPerformanceOptionsRequest { BandwidthWeighting = weighting }
                : null,
            CapacityReservationSpecification = ReservationOf(profile.CapacityReservation),
            LicenseSpecifications = profile.LicenseConfigurationArns.Count == 0
                ? null
                : [.. profile.LicenseConfigurationArns.Select(arn => new LicenseConfigurationRequest { LicenseConfigurationArn = arn })],
        };
    }

    private static InstanceMetadataOptionsRequest MetadataOf(ProfileMetadata? metadata) => new()
    {
        HttpTokens = HttpTokensState.Required,
        HttpEndpoint = InstanceMetadataEndpointState.Enabled,
        HttpPutResponseHopLimit = metadata?.HttpPutResponseHopLimit,
        HttpProtocolIpv6 = metadata?.HttpProtocolIpv6,
        InstanceMetadataTags = metadata?.InstanceMetadataTags,
    };

    private static InstanceNetworkInterfaceSpecification NicOf(PreparationInstance instance, string subnetId, int index)
    {
        var nic = instance.Profile.Nics.FirstOrDefault(nic => nic.DeviceIndex == index);
        return new InstanceNetworkInterfaceSpecification
        {
            DeviceIndex = index,
            SubnetId = subnetId,
            Groups = [instance.IsolationGroupId],
            DeleteOnTermination = true,
            // AWS takes the member with a single interface only, and gives none a public address otherwise.
            AssociatePublicIpAddress = instance.SubnetIds.Count == 1 ? false : null,
            NetworkCardIndex = nic?.NetworkCardIndex,
            Description = nic?.Description,
            InterfaceType = nic?.InterfaceType,
        };
    }

    private static Placement PlacementOf(PreparationInstance instance)
    {
        var placement = instance.Profile.Placement;
        return new Placement
        {
            AvailabilityZone = instance.Zone,
            Tenancy = placement?.Tenancy,
            // AWS takes one of the two.
            GroupId = placement?.GroupId,
            GroupName = placement?.GroupId is null ? placement?.GroupName : null,
            HostId = placement?.HostId,
            HostResourceGroupArn = placement?.HostResourceGroupArn,
            Affinity = placement?.Affinity,
            PartitionNumber = placement?.PartitionNumber,
        };
    }

    public static IamInstanceProfileSpecification? RoleOf(string? role) => role switch
    {
        null => null,
        _ when role.StartsWith("arn:", StringComparison.Ordinal) => new IamInstanceProfileSpecification { Arn = role },
        _ => new IamInstanceProfileSpecification { Name = role },
    };

    private static PrivateDnsNameOptionsRequest? DnsOf(ProfilePrivateDns? dns) => dns is null ? null : new PrivateDnsNameOptionsRequest
    {
        HostnameType = dns.HostnameType,
        EnableResourceNameDnsARecord = dns.EnableResourceNameDnsARecord,
        EnableResourceNameDnsAAAARecord = dns.EnableResourceNameDnsAAAARecord,
    };

    private static CapacityReservationSpecification? ReservationOf(ProfileCapacityReservation? reservation) => reservation switch
    {
        null => null,
        // AWS takes a preference or a target, not both.
        { ReservationId: null, ResourceGroupArn: null } => new() { CapacityReservationPreference = reservation.Preference },
        _ => new()
        {
            CapacityReservationTarget = new()
            {
                CapacityReservationId = reservation.ReservationId,
                CapacityReservationResourceGroupArn = reservation.ResourceGroupArn,
            },
        },
    };

    // The T families alone have CPU credits (trn and the like are other families).
    [GeneratedRegex(@"^t\d")]
    private static partial Regex Burstable();
}
