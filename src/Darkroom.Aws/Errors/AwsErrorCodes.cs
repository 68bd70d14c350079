using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>What an error code of AWS means here, and whether trying again may help.</summary>
internal sealed record AwsErrorMeaning(ErrorDefinition Definition, bool Transient = false);

/// <summary>
/// AWS's error codes (the EC2 API's "error codes" page, and the codes of STS and KMS for the same things). Left out are
/// DryRunOperation, which is a success, and FilterLimitExceeded, which our filters are too short for.
/// </summary>
internal static class AwsErrorCodes
{
    public static readonly IReadOnlyDictionary<string, AwsErrorMeaning> All = new Dictionary<string, AwsErrorMeaning>(StringComparer.Ordinal)
    {
        ["UnauthorizedOperation"] = new(AccessErrors.MissingPermission),
        ["AccessDenied"] = new(AccessErrors.MissingPermission),
        ["AccessDeniedException"] = new(AccessErrors.MissingPermission),
        ["AuthFailure"] = new(AccessErrors.CredentialsRejected),
        ["OptInRequired"] = new(AccessErrors.NotSubscribed),
        ["PendingVerification"] = new(AccessErrors.AccountPendingVerification),
        ["Blocked"] = new(AccessErrors.AccountBlocked),
        ["OperationNotPermitted"] = new(AccessErrors.OperationNotPermitted),

        ["SignatureDoesNotMatch"] = new(AccessErrors.SignatureRejected),
        ["IncompleteSignature"] = new(AccessErrors.SignatureRejected),
        ["InvalidSignatureException"] = new(AccessErrors.SignatureRejected),
        ["InvalidClientTokenId"] = new(AccessErrors.CredentialsRejected),
        ["UnrecognizedClientException"] = new(AccessErrors.CredentialsRejected),
        ["ExpiredToken"] = new(AccessErrors.CredentialsExpired),
        ["ExpiredTokenException"] = new(AccessErrors.CredentialsExpired),
        ["RequestExpired"] = new(AccessErrors.ClockSkew),
        ["RequestTimeTooSkewed"] = new(AccessErrors.ClockSkew),

        ["InvalidAMIID.NotFound"] = new(LookupErrors.ImageNotFound),
        ["InvalidAMIID.Malformed"] = new(LookupErrors.ImageNotFound),
        ["InvalidAMIID.Unavailable"] = new(LookupErrors.ImageUnavailable),
        ["InvalidInstanceID.NotFound"] = new(LookupErrors.InstanceNotFound),
        ["InvalidInstanceID.Malformed"] = new(LookupErrors.InstanceNotFound),
        ["InvalidSnapshot.NotFound"] = new(LookupErrors.SnapshotNotFound),
        ["InvalidSubnetID.NotFound"] = new(LookupErrors.SubnetNotFound),
        ["InvalidGroup.NotFound"] = new(LookupErrors.SecurityGroupNotFound),
        ["InvalidLaunchTemplateId.NotFound"] = new(LookupErrors.LaunchTemplateNotFound),
        ["InvalidLaunchTemplateId.Malformed"] = new(LookupErrors.LaunchTemplateNotFound),
        ["InvalidLaunchTemplateId.VersionNotFound"] = new(LookupErrors.LaunchTemplateVersionNotFound),
        ["InvalidID"] = new(LookupErrors.ResourceNotFound),
        ["NotFoundException"] = new(LookupErrors.KeyNotFound),
        ["InvalidPaginationToken"] = new(LookupErrors.ListingExpired, Transient: true),

        ["InvalidAMIName.Duplicate"] = new(StateErrors.ImageNameTaken),
        ["InvalidAMIName.Malformed"] = new(StateErrors.ImageNameMalformed),
        ["IdempotentParameterMismatch"] = new(CloudErrors.TokenReused),
        ["IncorrectInstanceState"] = new(StateErrors.InstanceStateWrong),
        ["IncorrectState"] = new(StateErrors.InstanceStateWrong),
        ["InvalidSnapshot.InUse"] = new(StateErrors.SnapshotInUse),
        ["VolumeInUse"] = new(StateErrors.ResourceInUse),
        ["InvalidNetworkInterface.InUse"] = new(StateErrors.ResourceInUse),
        ["DependencyViolation"] = new(StateErrors.ResourceInUse),
        ["InvalidGroup.InUse"] = new(StateErrors.ResourceInUse),
        ["InvalidGroup.Duplicate"] = new(StateErrors.GroupNameTaken),
        ["InvalidParameter"] = new(StateErrors.ParametersRefused),
        ["InvalidParameterValue"] = new(StateErrors.ParametersRefused),
        ["InvalidParameterCombination"] = new(StateErrors.ParametersRefused),
        ["MissingParameter"] = new(StateErrors.ParametersRefused),
        ["InvalidBlockDeviceMapping"] = new(StateErrors.ParametersRefused),
        ["InvalidUserData.Malformed"] = new(StateErrors.ParametersRefused),
        ["UnsupportedOperation"] = new(StateErrors.NotSupported),
        ["UnsupportedHostConfiguration"] = new(StateErrors.NotSupported),

        ["VcpuLimitExceeded"] = new(QuotaErrors.VcpuQuotaExceeded),
        ["InstanceLimitExceeded"] = new(QuotaErrors.InstanceQuotaExceeded),
        ["ResourceLimitExceeded"] = new(QuotaErrors.ResourceQuotaExceeded),
        ["SnapshotLimitExceeded"] = new(QuotaErrors.SnapshotQuotaExceeded),
        ["VolumeLimitExceeded"] = new(QuotaErrors.VolumeQuotaExceeded),
        ["ConcurrentSnapshotLimitExceeded"] = new(QuotaErrors.ConcurrentSnapshotQuotaExceeded, Transient: true),
        ["ConcurrentCreateImageNoRebootLimitExceeded"] = new(QuotaErrors.ConcurrentSnapshotQuotaExceeded, Transient: true),
        ["InsufficientFreeAddressesInSubnet"] = new(QuotaErrors.SubnetFull),
        ["TagLimitExceeded"] = new(QuotaErrors.TagQuotaExceeded),

        ["InsufficientInstanceCapacity"] = new(CapacityErrors.InsufficientCapacity),
        ["InsufficientHostCapacity"] = new(CapacityErrors.InsufficientHostCapacity),
        ["InsufficientVolumeCapacity"] = new(CapacityErrors.InsufficientVolumeCapacity),
        ["InsufficientAddressCapacity"] = new(CapacityErrors.InsufficientAddressCapacity),
        ["UnfulfillableCapacity"] = new(CapacityErrors.UnfulfillableCapacity),
        ["Unsupported"] = new(CapacityErrors.UnsupportedInZone),

        ["RequestLimitExceeded"] = new(FaultErrors.Throttled, Transient: true),
        ["Throttling"] = new(FaultErrors.Throttled, Transient: true),
        ["ThrottlingException"] = new(FaultErrors.Throttled, Transient: true),
        ["TooManyRequestsException"] = new(FaultErrors.Throttled, Transient: true),
        ["ConcurrentTagAccess"] = new(FaultErrors.ConcurrentTagChange, Transient: true),

        ["InternalError"] = new(FaultErrors.Fault, Transient: true),
        ["ServerInternal"] = new(FaultErrors.Fault, Transient: true),
        ["InternalFailure"] = new(FaultErrors.Fault, Transient: true),
        ["KMSInternalException"] = new(FaultErrors.Fault, Transient: true),
        ["ServiceException"] = new(FaultErrors.Fault, Transient: true),
        ["DependencyTimeoutException"] = new(FaultErrors.Fault, Transient: true),
        ["ServiceUnavailable"] = new(FaultErrors.Unavailable, Transient: true),
        ["Unavailable"] = new(FaultErrors.Unavailable, Transient: true),
    };
}
