using System.Globalization;
using Amazon.EC2.Model;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Inventory;

/// <summary>Launch templates and their versions as inventory.</summary>
internal static class TemplateItems
{
    public static CloudItem From(LaunchTemplate template) => new(
        CloudItemKind.LaunchTemplate,
        template.LaunchTemplateId,
        string.IsNullOrEmpty(template.LaunchTemplateName) ? template.LaunchTemplateId : template.LaunchTemplateName,
        new ItemFacts
        {
            [CloudItemData.DefaultVersion] = ItemFacts.Of(template.DefaultVersionNumber),
            [CloudItemData.LatestVersion] = ItemFacts.Of(template.LatestVersionNumber),
            [CloudItemData.CreationDate] = ItemFacts.Of(template.CreateTime),
        }.Known);

    /// <summary>A version has the template's id for a name and its number for an id, as the drive shows it: <c>lt-0012 (1)</c>.</summary>
    public static CloudItem From(LaunchTemplateVersion version) => new(
        CloudItemKind.LaunchTemplateVersion,
        (version.VersionNumber ?? 0).ToString(CultureInfo.InvariantCulture),
        version.LaunchTemplateId,
        new ItemFacts
        {
            [CloudItemData.Description] = version.VersionDescription,
            [CloudItemData.IsDefault] = ItemFacts.Of(version.DefaultVersion),
            [CloudItemData.CreationDate] = ItemFacts.Of(version.CreateTime),
            [CloudItemData.InstanceType] = version.LaunchTemplateData?.InstanceType?.Value,
            [CloudItemData.ImageId] = version.LaunchTemplateData?.ImageId,
        }.Known);
}
