using Darkroom.Contracts;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Studio.Frame;

namespace Darkroom.Studio.Hosting.Preflight;

/// <summary>Checks as people read them.</summary>
public static class CheckWords
{
    /// <summary>The worst first.</summary>
    public static readonly IReadOnlyList<CheckResult> Results = [CheckResult.Failed, CheckResult.Warning, CheckResult.NotCheckable, CheckResult.Passed];

    private const string Other = "Other";

    private static readonly (string Group, string[] Checks)[] Groups =
    [
        ("What is asked for", [CheckNames.Spec, CheckNames.ImageVersion, CheckNames.HostingUnit, CheckNames.Region]),
        ("Account and place", [CheckNames.Account, CheckNames.AvailabilityZone, CheckNames.ServiceLinkedRole]),
        ("Image", [CheckNames.MasterImage, CheckNames.Image, CheckNames.Snapshots, CheckNames.EncryptionKeys]),
        ("Machine profile and size",
        [
            CheckNames.MachineProfile, CheckNames.InstanceMetadata, CheckNames.KeyPair, CheckNames.ServiceOffering, CheckNames.ServiceOfferingFit, CheckNames.ZonalHardware,
        ]),
        ("Network", [CheckNames.NetworkMapping, CheckNames.Subnets, CheckNames.SecurityGroups, CheckNames.IsolationGroup]),
        ("Quotas",
        [
            CheckNames.VcpuQuota, CheckNames.ImageQuota, CheckNames.SnapshotQuota, CheckNames.NetworkInterfaceQuota, CheckNames.VolumeStorageQuota,
        ]),
        ("Permissions", [CheckNames.PolicySimulation, CheckNames.Permissions, CheckNames.Launch]),
    ];

    /// <summary>What a check belongs to, by its name.</summary>
    public static string GroupOf(string check) => Groups.FirstOrDefault(group => group.Checks.Contains(check)).Group ?? Other;

    /// <summary>By group, and in each the worst first.</summary>
    public static IEnumerable<(string Group, IReadOnlyList<ImageCheckDto> Checks)> Grouped(IEnumerable<ImageCheckDto> checks)
    {
        var found = checks.ToLookup(check => GroupOf(check.Name));
        return Groups.Select(group => group.Group).Append(Other)
            .Where(group => found.Contains(group))
            .Select(group => (group, (IReadOnlyList<ImageCheckDto>)[.. found[group].OrderBy(check => Results.IndexOf(check.Result))]));
    }

    /// <summary>A permission is called by its action alone.</summary>
    public static string NameOf(ImageCheckDto check) => check switch
    {
        { Name: CheckNames.Permissions, Subject: { } action } => action,
        { Subject: { } subject } => $"{PlainWords.Of(check.Name)}: {subject}",
        _ => PlainWords.Of(check.Name),
    };

    public static (string Text, StateBadge.Tone Kind) Of(CheckResult result) => result switch
    {
        CheckResult.Passed => ("Passed", StateBadge.Tone.Good),
        CheckResult.Failed => ("Failed", StateBadge.Tone.Bad),
        CheckResult.Warning => ("To know of", StateBadge.Tone.Held),
        _ => ("Not checkable", StateBadge.Tone.Idle),
    };

    /// <summary>Who said whether something is permitted, and what.</summary>
    public static string Of(PermissionVerdictDto verdict)
    {
        var source = verdict.Source switch
        {
            PermissionSource.Call => "The call itself",
            PermissionSource.DryRun => "Dry run",
            _ => "Policy simulation",
        };
        var answer = verdict.Answer.ToString().ToLowerInvariant();
        var saysMore = verdict.Words is { Length: > 0 } words && !string.Equals(words, answer, StringComparison.OrdinalIgnoreCase);
        return $"{source}: {answer}{(saysMore ? $" – {verdict.Words}" : "")}";
    }

    private static int IndexOf(this IReadOnlyList<CheckResult> results, CheckResult result) => results.TakeWhile(one => one != result).Count();
}
