using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>What the check before a preparation can find.</summary>
[ErrorCatalogue]
public static class CheckErrors
{
    public static readonly ErrorDefinition AccountChanged = new(
        "ConnectionAccountChanged", 409, "The connection's credentials belong to account {0}; it was made for account {1}.",
        "Give the connection credentials of account {1}, or make another connection for account {0}.");

    public static readonly ErrorDefinition ZoneUnavailable = new(
        "CloudZoneUnavailable", 409, "The availability zone {0} is {1}.", "Use a hosting unit in another zone, or wait until AWS has the zone back.");

    public static readonly ErrorDefinition MasterNotFound = new(
        "MasterImageNotFound", 404, "There is no image {0} that this account may use in the Region.",
        "Check the AMI's id and Region, and that it is shared with the account if another one owns it.")
    { TaskState = "VirtualMachineSnapshotNotFound" };

    public static readonly ErrorDefinition MasterNotAvailable = new(
        "MasterImageNotAvailable", 409, "The master image {0} is {1}, not available.", "Wait until it is available, or choose another AMI.")
    { TaskState = "InvalidMasterVMState" };

    public static readonly ErrorDefinition MasterOsMismatch = new(
        "MasterImageOsMismatch", 409, "The image definition is for {0}; the master image {1} is a {2} one.",
        "Choose an AMI of the definition's OS, or a definition of the AMI's.")
    { TaskState = TaskStates.InvalidMaster };

    public static readonly ErrorDefinition MasterRootNotOnVolume = new(
        "MasterImageRootNotEbs", 409, "The master image {0} starts from {1} storage; an image can only be captured of an EBS volume.",
        "Choose an AMI whose root device is an EBS volume.")
    { TaskState = TaskStates.InvalidMaster };

    public static readonly ErrorDefinition VolumeRaised = new(
        "MachineProfileVolumeRaised", 422, "The machine profile's volume {0} has {1} GiB, less than the master image's {2} GiB, which are used instead.",
        "Set the volume's size in the machine profile to {2} GiB or more.");

    public static readonly ErrorDefinition TypeNotOffered = new(
        "ServiceOfferingNotInZone", 409, "The availability zone {1} doesn't offer the instance type {0}.",
        "Choose a service offering of the zone, or use a hosting unit in another zone.")
    { TaskState = "InsufficientResources" };

    public static readonly ErrorDefinition ArchitectureMismatch = new(
        "ServiceOfferingArchitectureMismatch", 409, "The instance type {0} runs {1}; the master image {2} is made for {3}.",
        "Choose a service offering of the image's architecture.")
    { TaskState = TaskStates.InvalidMaster };

    public static readonly ErrorDefinition TooManyInterfaces = new(
        "ServiceOfferingTooFewInterfaces", 409, "The instance type {0} takes {1} network interfaces; {2} are mapped.",
        "Choose a larger service offering, or map fewer interfaces.");

    public static readonly ErrorDefinition SubnetMissing = new(
        "SubnetMissing", 404, "There is no subnet {0} in the Region.", "Choose an existing subnet in the hosting unit or the network mapping.");

    public static readonly ErrorDefinition SubnetElsewhere = new(
        "SubnetElsewhere", 409, "The subnet {0} lies in {1} and {2}; the hosting unit is {3} and {4}.", "Choose a subnet of the hosting unit's VPC and zone.");

    public static readonly ErrorDefinition SubnetTooFull = new(
        "SubnetTooFull", 409, "The subnet {0} has {1} free addresses; {2} are needed.", "Release addresses in the subnet, or choose another one.")
    { TaskState = "InsufficientResources" };

    public static readonly ErrorDefinition KeyPairMissing = new(
        "KeyPairMissing", 404, "The machine profile names the key pair {0}, which the Region doesn't have.",
        "Make the key pair, or take KeyName out of the machine profile.")
    { TaskState = TaskStates.ProfileNotSupported };

    public static readonly ErrorDefinition MasterKeyHidden = new(
        "MasterImageKeyHidden", 409, "The encrypted snapshot {0} of the master image {1} isn't shown to this account, so that its key can't be looked at.",
        "Make sure that the owner of the image has shared its key with this account, or copy the image into this account under a key of its own.");

    public static readonly ErrorDefinition EncryptionKeyUnusable = new(
        "EncryptionKeyUnusable", 409, "The encryption key {0} of the machine profile's volumes or the master image's snapshots is {1}, not enabled.",
        "Enable the key, or name another one in the machine profile; if it is a snapshot's, choose an AMI under another one.")
    { TaskState = TaskStates.ProfileNotSupported };

    public static readonly ErrorDefinition EncryptionKeyElsewhere = new(
        "EncryptionKeyElsewhere", 409, "The encryption key {0} lies in {1}; volumes in {2} can only use keys of {2}.",
        "Name a key of {2} in the machine profile; a multi-Region key has a replica of its own in each Region.")
    { TaskState = TaskStates.ProfileNotSupported };

    public static readonly ErrorDefinition QuotaInsufficient = new(
        "QuotaInsufficient", 409, "The quota '{0}' ({1}) allows {2} {5}; {3} are in use and {4} more are needed.",
        "Remove what isn't needed, or have the quota {1} raised in the Service Quotas console.")
    { TaskState = "InsufficientResources" };

    public static readonly ErrorDefinition ServiceLinkedRoleMissing = new(
        "ServiceLinkedRoleMissing", 404, "The account has no role {0}, without which AWS makes no managed instances.",
        "Make it before the first machine catalog: aws iam create-service-linked-role --aws-service-name {1}. Images can be prepared and shared without it.");

    public static readonly ErrorDefinition PermissionUnproven = new(
        "PermissionUnproven", 422, "The principal's policies don't allow {0} on every resource; whether they allow it on what is used here, or the resource's own policy does, can't be asked.",
        "Allow {0} on the machine profile's role and keys (policies/darkroom-policy.json), unless their own policies do.");
}
