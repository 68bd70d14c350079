using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Images;

/// <summary>Protection from deregistration; with a cooldown it lasts a day beyond its end (EC2 user guide, deregistration protection).</summary>
internal static class ImageProtectionOperations
{
    public static readonly Ec2Operation[] All =
    [
        new("EnableImageDeregistrationProtection", Enable, "ImageId"),
        new("DisableImageDeregistrationProtection", Disable, "ImageId"),
    ];

    private static readonly TimeSpan Cooldown = TimeSpan.FromHours(24);

    /// <exception cref="AwsException">OperationNotPermitted: the image is protected. That AWS answers with this code is inference.</exception>
    public static void RequireUnprotected(AwsCall call, Image image)
    {
        if (image.Protection != ImageProtection.None || image.ProtectedUntil > call.Region.Now)
            throw new AwsException("OperationNotPermitted", $"The image {image.Id} is protected from deregistration.");
    }

    private static IEnumerable<XElement?> Enable(AwsCall call)
    {
        var image = ImageLifeOperations.Own(call);
        image.Protection = call.Parameters.Flag("WithCooldown") == true ? ImageProtection.WithCooldown : ImageProtection.WithoutCooldown;
        return Ec2Operation.Done();
    }

    private static IEnumerable<XElement?> Disable(AwsCall call)
    {
        var image = ImageLifeOperations.Own(call);
        if (image.Protection == ImageProtection.WithCooldown)
            image.ProtectedUntil = call.Region.Now + Cooldown;
        image.Protection = ImageProtection.None;
        return Ec2Operation.Done();
    }
}
