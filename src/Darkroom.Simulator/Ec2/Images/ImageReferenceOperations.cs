using System.Globalization;
using System.Xml.Linq;
using Darkroom.Simulator.Ec2.Instances;
using Darkroom.Simulator.Ec2.LaunchTemplates;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Images;

/// <summary>
/// What refers to images, whoever owns them ("Identify your resources referencing specified AMIs" in the EC2 user guide). It looks with the caller's
/// permissions, so what a service operates stays out of sight as in lists; that, and that an image which is gone has references too, is inference.
/// </summary>
internal static class ImageReferenceOperations
{
    public static readonly Ec2Operation[] All = [new("DescribeImageReferences", Describe, "ImageId") { Permissions = Permissions }];

    private const int MostImages = 10;
    private const string OfInstances = "ec2:Instance";
    private const string OfTemplates = "ec2:LaunchTemplate";
    private const string States = "state-name";
    private const string Depth = "version-depth";

    private static readonly Dictionary<string, string[]> PermissionsByType = new()
    {
        [OfInstances] = ["ec2:DescribeInstances"],
        [OfTemplates] = ["ec2:DescribeLaunchTemplates", "ec2:DescribeLaunchTemplateVersions"],
        ["ssm:Parameter"] = ["ssm:DescribeParameters", "ssm:GetParameters"],
        ["imagebuilder:ImageRecipe"] = ["imagebuilder:ListImageRecipes"],
        ["imagebuilder:ContainerRecipe"] = ["imagebuilder:ListContainerRecipes", "imagebuilder:GetContainerRecipe"],
    };

    private static IEnumerable<string> Permissions(AwsCall call) => TypesIn(call).SelectMany(type => PermissionsByType[type]);

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var images = call.Parameters.Texts("ImageId").Distinct().ToList();
        if (images.Count > MostImages)
            throw new AwsException("InvalidParameterValue", $"At most {MostImages} images can be asked for at once.");
        images.ForEach(Finding.Image.CheckForm);
        var types = TypesIn(call);
        var references = images.SelectMany(image => types.SelectMany(type => Arns(call, type, image).Select(arn => (image, type, arn))));
        var (page, next) = Listing.Page(call, references);
        return
        [
            Xml.Set("imageReferenceSet", page.Select(reference => new[]
            {
                Xml.Member("imageId", reference.image), Xml.Member("resourceType", reference.type), Xml.Member("arn", reference.arn),
            })),
            next,
        ];
    }

    /// <summary>There are no parameters and no recipes here, so nothing of these types refers to an image.</summary>
    private static IEnumerable<string> Arns(AwsCall call, string type, string image) => type switch
    {
        OfInstances => Instances(call, image).Select(instance => call.Region.Arn("instance/" + instance.Id)),
        OfTemplates => Templates(call, image).Select(template => call.Region.Arn("launch-template/" + template.Id)),
        _ => [],
    };

    private static IEnumerable<Instance> Instances(AwsCall call, string image)
    {
        var states = OptionOf(call, OfInstances, States);
        return Finding.Listed<Instance>(call).Where(instance => instance.Image.Id == image && (states.Count == 0 || states.Contains(instance.State.Name)));
    }

    private static IEnumerable<LaunchTemplate> Templates(AwsCall call, string image)
    {
        var depth = OptionOf(call, OfTemplates, Depth) is [var text] ? DepthOf(text) : 10;
        return Finding.Listed<LaunchTemplate>(call).Where(template => template.Versions.TakeLast(depth).Any(version => version.Data.Text("ImageId") == image));
    }

    private static int DepthOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var depth) && depth is >= 1 and <= 10_000
            ? depth
            : throw AwsException.InvalidValue(Depth, text);

    private static List<string> TypesIn(AwsCall call)
    {
        var named = call.Parameters.Items("ResourceType").Select(item => item.Required("ResourceType")).ToList();
        if (named.Find(type => !PermissionsByType.ContainsKey(type)) is { } unknown)
            throw AwsException.InvalidValue("ResourceType", unknown);
        if (call.Parameters.Flag("IncludeAllResourceTypes") == true)
            return [.. PermissionsByType.Keys];
        return named.Count > 0 ? named : throw AwsException.MissingParameter("IncludeAllResourceTypes or ResourceTypes");
    }

    /// <summary>The values of an option of a type; none where nothing is said.</summary>
    private static IReadOnlyList<string> OptionOf(AwsCall call, string type, string name)
    {
        var options = call.Parameters.Items("ResourceType").Where(item => item.Text("ResourceType") == type).SelectMany(item => item.Items("ResourceTypeOption")).ToList();
        if (options.Find(option => option.Text("OptionName") != name) is { } other)
            throw AwsException.InvalidValue("OptionName", other.Text("OptionName"));
        return [.. options.SelectMany(option => option.Texts("OptionValue"))];
    }
}
