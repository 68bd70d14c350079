using System.Text.RegularExpressions;
using Darkroom.Testing;
using Microsoft.AspNetCore.Components;

namespace Darkroom.Studio.Tests;

/// <summary>Every page that Studio has, found by its routes, and what else of it is worth a look. A route of a new page is here by itself.</summary>
public static partial class StudioPages
{
    /// <summary>They only lead to others, where they find what they are asked for.</summary>
    private static readonly string[] LeadElsewhere = ["/", "/image-versions/{Version:guid}", "/image-version-specs/{Spec:guid}"];

    /// <summary>Wizards are walked through, page by page.</summary>
    private static readonly string[] Walked = ["/images/create", "/images/{Definition:guid}/create-version"];

    /// <summary>By a name that a file can have.</summary>
    public static IReadOnlyDictionary<string, string> Addresses { get; } = new Dictionary<string, string>(Routes().Except([.. LeadElsewhere, .. Walked]).Select(route => KeyValuePair.Create(NameOf(route), route)))
    {
        ["version-failed"] = "/images/{Definition}/2?tab=troubleshoot",
        ["version-failed-specs"] = "/images/{Definition}/2?tab=specs",
        ["hosting-units-create-on-connection"] = "/hosting/units/create?connection={Connection}",
        ["inventory-item"] = "/hosting/units/{Unit}/inventory?path={Template}&item={Template}%2F{TemplateVersion}",
        ["preflight-report"] = "/hosting/preflight?unit={Unit}&os=windows&image={MasterImage}&profile={Template}%2F{TemplateVersion}",
        ["preflight-of-share"] = "/hosting/preflight?for=share&spec={Prepared}",
        ["operation-held"] = "/operations/{Held}",
        ["definition-unknown"] = "/images/{Unknown}",
        ["version-unknown"] = "/image-versions/{Unknown}",
        ["spec-unknown"] = "/image-version-specs/{Unknown}",
        ["operation-unknown"] = "/operations/{Unknown}",
        ["audit-of-nobody"] = "/audit?user=nobody",
        ["sign-in-refused"] = "/sign-in?refused=1",
        ["sign-in-ended"] = "/sign-in?ended=1",
        ["nothing-there"] = "/nothing/there",
    };

    /// <summary>Their tabs are looked at on another page of the kind.</summary>
    public static IReadOnlyCollection<string> Alone { get; } = ["version-failed", "version-failed-specs"];

    public static TheoryData<string> Names => [.. Addresses.Keys];

    /// <summary>The address of a page of this table, with what a scene has in the place of its parameters.</summary>
    public static string AddressOf(string name, StudioScene scene) => Parameter().Replace(Addresses[name], parameter => parameter.Groups[1].Value switch
    {
        "Definition" => $"{scene.Definition}",
        "Number" => "1",
        "Connection" => $"{scene.Connection}",
        "Unit" => $"{scene.Unit}",
        "Id" => $"{scene.Succeeded.OperationId}",
        "Held" => $"{scene.Held.OperationId}",
        "MasterImage" => Uri.EscapeDataString(DemoScene.GoodMaster),
        "Template" => Uri.EscapeDataString(DemoScene.MachineProfile.Split('/')[0]),
        "TemplateVersion" => Uri.EscapeDataString(DemoScene.MachineProfile.Split('/')[1]),
        "Prepared" => $"{scene.Succeeded.SubjectUid}",
        "Unknown" => "0197a000-0000-7000-8000-000000000000",
        var other => throw new InvalidOperationException($"{name}: say what {other} is in a scene."),
    });

    private static IEnumerable<string> Routes() => typeof(App).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>().Select(route => route.Template));

    private static string NameOf(string route) => string.Join('-', route.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => Parameter().Replace(part, parameter => $"of-{parameter.Groups[1].Value.ToLowerInvariant()}")));

    [GeneratedRegex(@"\{(\w+)(:\w+)?\}")]
    private static partial Regex Parameter();
}
