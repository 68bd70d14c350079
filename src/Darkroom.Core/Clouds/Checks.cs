using Darkroom.Contracts.Images;
using Darkroom.Core.Errors;

namespace Darkroom.Core.Clouds;

/// <summary>One result of a check.</summary>
/// <param name="Check">What was looked at: one of <see cref="CheckNames"/>.</param>
/// <param name="Error">Null when it passed.</param>
public sealed record Finding(string Check, CheckResult Result, Error? Error = null)
{
    /// <summary>Which of several things of its kind: an action, a subnet, a key.</summary>
    public string? Subject { get; init; }

    /// <summary>Of a permission: who said what.</summary>
    public IReadOnlyList<PermissionVerdictDto> Verdicts { get; init; } = [];

    /// <summary>Why the check could not be made this time, where trying again may help.</summary>
    public CloudException? Unanswered { get; init; }

    /// <summary>Of a rule: what it refuses, or that it refuses nothing.</summary>
    public static Finding OfRule(string check, Error? refusal) => new(check, refusal is null ? CheckResult.Passed : CheckResult.Failed, refusal);

    /// <summary>Of something that was refused, one for each reason; what the cloud couldn't answer this time isn't known.</summary>
    public static IReadOnlyList<Finding> OfRefusal(string check, DarkroomException refusal)
    {
        var unanswered = refusal.InnerException is CloudException { IsTransient: true } transient ? transient : null;
        return
        [
            .. refusal.Errors.Select(error => new Finding(check, unanswered is null ? CheckResult.Failed : CheckResult.NotCheckable, error) { Unanswered = unanswered }),
        ];
    }

    public ImageCheckDto ToDto() => new(Check, Result, Error?.ToDto()) { Subject = Subject, Verdicts = Verdicts.Count > 0 ? Verdicts : null };
}

/// <summary>The names of checks, the same before a preparation and before a share.</summary>
public static class CheckNames
{
    public const string Spec = "Spec";
    public const string ImageVersion = "ImageVersion";
    public const string HostingUnit = "HostingUnit";
    public const string Region = "Region";
    public const string Account = "Account";
    public const string AvailabilityZone = "AvailabilityZone";
    public const string MasterImage = "MasterImage";
    public const string Image = "Image";
    public const string Snapshots = "Snapshots";
    public const string MachineProfile = "MachineProfile";
    public const string InstanceMetadata = "InstanceMetadata";
    public const string KeyPair = "KeyPair";
    public const string EncryptionKeys = "EncryptionKeys";
    public const string ServiceOffering = "ServiceOffering";
    public const string ServiceOfferingFit = "ServiceOfferingFit";
    public const string NetworkMapping = "NetworkMapping";
    public const string Subnets = "Subnets";
    public const string SecurityGroups = "SecurityGroups";
    public const string IsolationGroup = "IsolationGroup";
    public const string ZonalHardware = "ZonalHardware";
    public const string VcpuQuota = "VcpuQuota";
    public const string ImageQuota = "ImageQuota";
    public const string SnapshotQuota = "SnapshotQuota";
    public const string NetworkInterfaceQuota = "NetworkInterfaceQuota";
    public const string VolumeStorageQuota = "VolumeStorageQuota";
    public const string Permissions = "Permissions";
    public const string PolicySimulation = "PolicySimulation";
    public const string Launch = "Launch";
    public const string ServiceLinkedRole = "ServiceLinkedRole";
}

/// <summary>What findings mean for an operation that acts on them.</summary>
public static class FindingsOfChecks
{
    /// <summary>What stands in the way.</summary>
    public static IReadOnlyList<Error> Obstacles(this IEnumerable<Finding> findings) => findings.Errors(CheckResult.Failed);

    public static IReadOnlyList<Error> Errors(this IEnumerable<Finding> findings, CheckResult result) =>
        [.. findings.Where(f => f.Result == result).Select(f => f.Error).OfType<Error>()];

    /// <summary>What wasn't answered this time counts where nothing else is wrong: then the whole is worth trying again.</summary>
    /// <exception cref="CloudException">Of a check that wasn't answered.</exception>
    public static void RequireAnswers(this IReadOnlyCollection<Finding> findings)
    {
        if (findings.FirstOrDefault(f => f.Unanswered is not null)?.Unanswered is { } unanswered && findings.All(f => f.Result != CheckResult.Failed))
        {
            throw unanswered;
        }
    }
}
