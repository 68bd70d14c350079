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

    /// <summary>How AWS calls an image's protection; the AWS CLI's examples show it as the answer of both calls, too.</summary>
    public static string Word(Image image) => image.Protection switch
    {
        ImageProtection.WithCooldown => "enabled-with-cooldown",
        ImageProtection.WithoutCooldown => "enabled-without-cooldown",
        _ => "disabled",
    };

    private static IEnumerable<XElement?> Enable(AwsCall call)
    {
        var image = ImageLifeOperations.Own(call);
        image.Protection = call.Parameters.Flag("WithCooldown") == true ? ImageProtection.WithCooldown : ImageProtection.WithoutCooldown;
        return [Xml.Member("return", Word(image))];
    }

    private static IEnumerable<XElement?> Disable(AwsCall call)
    {
        var image = ImageLifeOperations.Own(call);
        if (image.Protection == ImageProtection.WithCooldown)
            image.ProtectedUntil = call.Region.Now + Cooldown;
        image.Protection = ImageProtection.None;
        return [Xml.Member("return", Word(image))];
    }
}
