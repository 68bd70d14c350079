using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>Limits of the account. Argument 0 is the action.</summary>
[ErrorCatalogue]
public static class QuotaErrors
{
    private const string Raise = "Remove what isn't needed, or have the quota raised in the Service Quotas console";

    public static readonly ErrorDefinition VcpuQuotaExceeded = Quota(
        "VcpuQuotaExceeded", "The account's vCPU quota for this family of instance types is used up.", $"{Raise}, or choose a smaller service offering.");

    public static readonly ErrorDefinition InstanceQuotaExceeded = Quota(
        "InstanceQuotaExceeded", "The account's quota of instances is used up.", $"{Raise}.");

    public static readonly ErrorDefinition ResourceQuotaExceeded = Quota(
        "ResourceQuotaExceeded", "A quota of the account that {0} draws on is used up.", $"{Raise}; its cause names the quota.");

    public static readonly ErrorDefinition SnapshotQuotaExceeded = Quota(
        "SnapshotQuotaExceeded", "The account's quota of snapshots is used up.", $"{Raise}.");

    public static readonly ErrorDefinition VolumeQuotaExceeded = Quota(
        "VolumeQuotaExceeded", "The account's quota of volumes or of their storage is used up.", $"{Raise}.");

    public static readonly ErrorDefinition ConcurrentSnapshotQuotaExceeded = Quota(
        "ConcurrentSnapshotQuotaExceeded", "Too many snapshots of the volume are being made at once.", "Wait until some are finished; it is tried again by itself.");

    public static readonly ErrorDefinition SubnetFull = Quota(
        "SubnetFull", "The subnet has no free address left.", "Release addresses in the subnet, or choose another one.");

    public static readonly ErrorDefinition TagQuotaExceeded = Quota(
        "TagQuotaExceeded", "The resource would have more than 50 tags.", "Take tags off the resource.");

    private static ErrorDefinition Quota(string code, string message, string remedy) => new(code, 409, message, remedy) { TaskState = "InsufficientResources" };
}
