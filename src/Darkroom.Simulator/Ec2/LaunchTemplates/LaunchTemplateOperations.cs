using System.Xml.Linq;
using Darkroom.Simulator.Ec2.Tags;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.LaunchTemplates;

/// <summary>Launch templates as a whole.</summary>
internal static class LaunchTemplateOperations
{
    public static readonly Ec2Operation[] All =
    [
        new("DescribeLaunchTemplates", Describe),
        new("CreateLaunchTemplate", Create, "LaunchTemplateName", "LaunchTemplateData") { Permissions = Ec2Operation.ToTag },
    ];

    private static readonly Filters<LaunchTemplate> Filters = new()
    {
        ["launch-template-name"] = template => [template.Name],
        ["create-time"] = template => [template.CreatedAt],
    };

    /// <summary>The template a request names by id or by name.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    public static LaunchTemplate Find(RegionState region, QueryNode parameters)
    {
        if (parameters.Text("LaunchTemplateId") is { } id)
            return ById(region, id);
        var name = parameters.Text("LaunchTemplateName") ?? throw AwsException.MissingParameter("LaunchTemplateId or LaunchTemplateName");
        return ByName(region, name);
    }

    public static IEnumerable<XElement?> Members(LaunchTemplate template) =>
    [
        Xml.Member("launchTemplateId", template.Id), Xml.Member("launchTemplateName", template.Name), Xml.Member("createTime", template.CreatedAt),
        Xml.Member("createdBy", template.CreatedBy), Xml.Member("defaultVersionNumber", template.DefaultVersion),
        Xml.Member("latestVersionNumber", template.Versions.Count), Common.Tags(template), Common.Operator(template),
    ];

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var named = call.Parameters.Texts("LaunchTemplateId").Select(id => ById(call.Region, id))
            .Concat(call.Parameters.Texts("LaunchTemplateName").Select(name => ByName(call.Region, name))).Where(call.Region.Sees).ToList();
        var any = call.Parameters["LaunchTemplateId"].Exists || call.Parameters["LaunchTemplateName"].Exists;
        var all = any ? named : Finding.Listed<LaunchTemplate>(call);
        var (page, next) = Listing.Page(call, Listing.Filter(call, all, Filters), 1, 200);
        return [Xml.Set("launchTemplates", page.Select(Members)), next];
    }

    private static IEnumerable<XElement?> Create(AwsCall call)
    {
        var name = call.Parameters.Required("LaunchTemplateName");
        var tokens = ClientTokens.Of(call);
        if (tokens.Earlier() is { } earlier)
            return [Xml.Structure("launchTemplate", Members(ById(call.Region, earlier)))];
        if (call.Region.Resources.All<LaunchTemplate>().Any(template => template.Name == name))
            throw new AwsException("InvalidLaunchTemplateName.AlreadyExistsException", $"Launch template name '{name}' is already in use.");
        var tags = TagSpecifications.Read(call.Parameters, "launch-template");
        var template = call.Region.Resources.Add(new LaunchTemplate(call.Region.NewId("lt"), call.Region.Now, name, call.Principal.Arn));
        template.Add(call.Parameters["LaunchTemplateData"].Copy(), call.Parameters.Text("VersionDescription"), call.Region.Now);
        tags.Apply(template);
        tokens.Remember(template.Id);
        return [Xml.Structure("launchTemplate", Members(template))];
    }

    private static LaunchTemplate ById(RegionState region, string id) =>
        region.Resources.TryFind<LaunchTemplate>(id, out var template) ? template : throw new AwsException("InvalidLaunchTemplateId.NotFound",
            $"The specified launch template, with template ID {id}, does not exist.");

    private static LaunchTemplate ByName(RegionState region, string name) =>
        region.Resources.All<LaunchTemplate>().FirstOrDefault(template => template.Name == name)
            ?? throw new AwsException("InvalidLaunchTemplateName.NotFoundException",
                $"The specified launch template, with template name {name}, does not exist.");
}
