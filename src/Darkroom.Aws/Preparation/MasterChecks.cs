using Amazon.EC2.Model;
using Darkroom.Aws.Checks;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Inventory;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Preparation;

/// <summary>Whether an AMI can be a master and fits the service offering, and what a profile mustn't say.</summary>
internal static class MasterChecks
{
    public static IEnumerable<Problem> Of(PreparationPlan plan, Image? image)
    {
        if (image is null || image.State?.Value == "deregistered")
        {
            yield return new Problem(CheckErrors.MasterNotFound.With(plan.MasterImageId));
            yield break;
        }

        if (image.State?.Value != "available")
        {
            yield return new Problem(CheckErrors.MasterNotAvailable.With(image.ImageId, image.State?.Value ?? "unknown"));
        }

        var osType = MachineItems.IsWindows(image.PlatformDetails, image.Platform?.Value) ? OsType.Windows : OsType.Linux;
        if (osType != plan.OsType)
        {
            yield return new Problem(CheckErrors.MasterOsMismatch.With(plan.OsType, image.ImageId, image.PlatformDetails ?? osType.ToString()));
        }

        if (image.RootDeviceType?.Value == "instance-store")
        {
            yield return new Problem(CheckErrors.MasterRootNotOnVolume.With(image.ImageId, image.RootDeviceType.Value));
        }
    }

    public static IEnumerable<Problem> OfMetadata(MachineProfile profile)
    {
        if (profile.Metadata?.HttpEndpoint == "disabled")
        {
            const string property = "MetadataOptions.HttpEndpoint";
            yield return new Problem(ProfileErrors.MetadataDisabled.With(property).On(property));
        }
    }

    public static IEnumerable<Problem> OfFit(PreparationPlan plan, Image image, InstanceTypeInfo type)
    {
        var architectures = type.ProcessorInfo?.SupportedArchitectures ?? [];
        if (architectures.Count > 0 && image.Architecture?.Value is { } architecture && !architectures.Contains(architecture))
        {
            yield return new Problem(CheckErrors.ArchitectureMismatch.With(
                type.InstanceType, string.Join(", ", architectures), image.ImageId, architecture));
        }

        if (type.NetworkInfo?.MaximumNetworkInterfaces is { } most && most < plan.SubnetIds.Count)
        {
            yield return new Problem(CheckErrors.TooManyInterfaces.With(type.InstanceType, most, plan.SubnetIds.Count));
        }

        foreach (var volume in plan.Profile?.Volumes ?? [])
        {
            var name = PreparationDisks.NameOn(image, volume.DeviceName, plan.Profile!);
            var least = (image.BlockDeviceMappings ?? []).Find(device => device.DeviceName == name)?.Ebs?.VolumeSize;
            if (volume.SizeGb < least)
            {
                yield return new Problem(CheckErrors.VolumeRaised.With(volume.DeviceName, volume.SizeGb, least), CheckResult.Warning);
            }
        }
    }
}
