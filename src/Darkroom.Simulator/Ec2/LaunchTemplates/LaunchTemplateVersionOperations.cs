using System.Globalization;
using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.LaunchTemplates;

/// <summary>Versions of launch templates.</summary>
internal static class LaunchTemplateVersionOperations
{
    public static readonly Ec2Operation[] All =
    [
        new("DescribeLaunchTemplateVersions", Describe),
        new("CreateLaunchTemplateVersion", Create, "LaunchTemplateData"),
    ];

    private static readonly Filters<(LaunchTemplate Template, LaunchTemplateVersion Version)> Filters = new()
    {
        ["image-id"] = item => [item.Version.Data.Text("ImageId")],
        ["instance-type"] = item => [item.Version.Data.Text("InstanceType")],
        ["is-default-version"] = item => [item.Version.Number == item.Template.DefaultVersion],
        ["create-time"] = item => [item.Version.CreatedAt],
    };

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var wanted = call.Parameters.Texts("LaunchTemplateVersion");
        var named = call.Parameters.Text("LaunchTemplateId") is not null || call.Parameters.Text("LaunchTemplateName") is not null;
        if (!named && wanted.Any(version => version is not ("$Default" or "$Latest")))
            throw AwsException.InvalidCombination("Without a launch template only the versions $Default and $Latest can be described.");
        var templates = named ? [LaunchTemplateOperations.Find(call.Region, call.Parameters)] : Finding.Listed<LaunchTemplate>(call);
        var all = templates.SelectMany(template => Chosen(call, template, wanted).Select(version => (Template: template, Version: version)));
        var (page, next) = Listing.Page(call, Listing.Filter(call, all, Filters), 1, 200);
        return [Xml.Set("launchTemplateVersionSet", page.Select(item => Members(item.Template, item.Version))), next];
    }

    private static IEnumerable<LaunchTemplateVersion> Chosen(AwsCall call, LaunchTemplate template, IReadOnlyList<string> wanted)
    {
        if (wanted.Count > 0)
            return wanted.Select(template.Version).Distinct();
        var least = Bound(call, "MinVersion") ?? 1;
        var most = Bound(call, "MaxVersion") ?? int.MaxValue;
        return template.Versions.Where(version => version.Number >= least && version.Number <= most).OrderByDescending(version => version.Number);
    }

    private static int? Bound(AwsCall call, string name) =>
        call.Parameters.Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw AwsException.InvalidValue(name, text);

    private static IEnumerable<XElement?> Create(AwsCall call)
    {
        var template = LaunchTemplateOperations.Find(call.Region, call.Parameters);
        var tokens = ClientTokens.Of(call);
        if (tokens.Earlier() is { } earlier)
            return [Xml.Structure("launchTemplateVersion", Members(template, template.Version(earlier)))];
        var given = call.Parameters["LaunchTemplateData"];
        var data = call.Parameters.Text("SourceVersion") is { } source ? LaunchMerge.Over(template.Version(source).Data, given) : given.Copy();
        var version = template.Add(data, call.Parameters.Text("VersionDescription"), call.Region.Now);
        tokens.Remember(version.Number.ToString(CultureInfo.InvariantCulture));
        return [Xml.Structure("launchTemplateVersion", Members(template, version))];
    }

    private static IEnumerable<XElement?> Members(LaunchTemplate template, LaunchTemplateVersion version) =>
    [
        Xml.Member("launchTemplateId", template.Id), Xml.Member("launchTemplateName", template.Name), Xml.Member("versionNumber", version.Number),
        Xml.Member("versionDescription", version.Description), Xml.Member("createTime", version.CreatedAt), Xml.Member("createdBy", template.CreatedBy),
        Xml.Member("defaultVersion", version.Number == template.DefaultVersion),
        Xml.Structure("launchTemplateData", LaunchShape.Members(version.Data)), Common.Operator(template),
    ];
}
