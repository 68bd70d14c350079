using Darkroom.Simulator.Ec2.Images;
using Darkroom.Simulator.Ec2.InstanceTypes;
using Darkroom.Simulator.Ec2.KeyPairs;
using Darkroom.Simulator.Ec2.Networks;
using Darkroom.Simulator.Ec2.Tags;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>A launch that has been checked and could go ahead if there is room.</summary>
internal sealed record LaunchPlan(
    QueryNode Request, Image Image, InstanceTypeInfo Type, Subnet Subnet, IReadOnlyList<PlannedInterface> Interfaces, IReadOnlyList<PlannedVolume> Volumes,
    TagSpecifications Tags)
{
    private const int LargestUserData = 16 * 1024;

    /// <exception cref="AwsException">The launch can't be.</exception>
    public static LaunchPlan Check(RegionState region, QueryNode request)
    {
        var image = ImageOf(region, request);
        var type = TypeOf(region, request, image);
        CheckUserData(request);
        if (request.Text("KeyName") is { } keyName)
            KeyPairOperations.CheckExists(region, keyName);
        var interfaces = PlannedInterface.Read(region, request);
        if (interfaces.Count > type.MaximumNetworkInterfaces)
            throw new AwsException("AttachmentLimitExceeded", $"Interface count {interfaces.Count} exceeds the limit for {type.Name}");
        var subnet = interfaces[0].Subnet;
        var zone = request["Placement"].Text("AvailabilityZone");
        if (zone is not null && zone != subnet.Zone.Name)
        {
            throw new AwsException("InvalidParameterValue",
                $"Value ({zone}) for parameter availabilityZone is invalid. Subnet '{subnet.Id}' is in {subnet.Zone.Name}.");
        }
        if (!type.OfferedIn(subnet.Zone.Name))
        {
            throw new AwsException("Unsupported",
                $"Your requested instance type ({type.Name}) is not supported in your requested Availability Zone ({subnet.Zone.Name}).");
        }
        var tags = TagSpecifications.Read(request, "instance", "volume", "network-interface", "spot-instances-request");
        return new(request, image, type, subnet, interfaces, PlannedVolume.Read(region, request, image), tags);
    }

    /// <summary>Whether a launch asks for Spot instances, whose vCPUs have quotas of their own.</summary>
    public static bool AsksForSpot(QueryNode request) => request["InstanceMarketOptions"].Text("MarketType") == "spot";

    private static Image ImageOf(RegionState region, QueryNode request)
    {
        var image = Finding.Image.One<Image>(region, request.Required("ImageId"));
        return image.Available ? image : throw new AwsException("InvalidAMIID.Unavailable", $"The image ID '{image.Id}' is not available");
    }

    private static InstanceTypeInfo TypeOf(RegionState region, QueryNode request, Image image)
    {
        var name = request.Text("InstanceType") ?? "m1.small";
        var type = region.Info.InstanceType(name) ?? throw new AwsException("InvalidParameterValue", $"Invalid value '{name}' for InstanceType.");
        return type.Architecture == image.Architecture ? type : throw new AwsException("InvalidParameterValue",
            $"The architecture '{type.Architecture}' of the specified instance type does not match the architecture '{image.Architecture}' of the AMI.");
    }

    private static void CheckUserData(QueryNode request)
    {
        if (request.Text("UserData") is not { } encoded)
            return;
        var buffer = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, buffer, out var length))
            throw new AwsException("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data.");
        if (length > LargestUserData)
            throw new AwsException("InvalidParameterValue", $"User data is limited to {LargestUserData} bytes");
    }
}
