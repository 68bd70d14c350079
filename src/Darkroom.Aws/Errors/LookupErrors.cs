using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>Things that a call names and AWS doesn't find. Argument 0 is the action.</summary>
[ErrorCatalogue]
public static class LookupErrors
{
    public static readonly ErrorDefinition ImageNotFound = new(
        "CloudImageNotFound", 404, "AWS knows no image of that id in this account and Region.",
        "Check the AMI's id and Region, and that it is shared with the account if another one owns it.")
    { TaskState = "VirtualMachineSnapshotNotFound" };

    public static readonly ErrorDefinition ImageUnavailable = new(
        "CloudImageUnavailable", 409, "The image can't be used: it was deregistered, disabled or isn't finished.",
        "Choose another AMI, or enable this one again.")
    { TaskState = "InvalidMasterVMState" };

    public static readonly ErrorDefinition InstanceNotFound = new(
        "CloudInstanceNotFound", 404, "AWS knows no instance of that id in this account and Region.",
        "It was terminated, or lies in another Region: choose another one, or retry from the step that starts it.");

    public static readonly ErrorDefinition SnapshotNotFound = new(
        "CloudSnapshotNotFound", 404, "AWS knows no snapshot of that id in this account and Region.",
        "A snapshot of the image was deleted outside Darkroom: prepare the image again.")
    { TaskState = "VirtualMachineSnapshotNotFound" };

    public static readonly ErrorDefinition SubnetNotFound = new(
        "CloudSubnetNotFound", 404, "AWS knows no subnet of that id in this account and Region.",
        "Choose an existing subnet in the hosting unit or the network mapping.");

    public static readonly ErrorDefinition SecurityGroupNotFound = new(
        "CloudSecurityGroupNotFound", 404, "AWS knows no security group of that id in this VPC.",
        "Choose an existing security group; a retry makes the isolation group again.");

    public static readonly ErrorDefinition LaunchTemplateNotFound = new(
        "CloudLaunchTemplateNotFound", 404, "AWS knows no launch template of that id in this account and Region.",
        "Choose another machine profile.")
    { TaskState = TaskStates.ProfileNotSupported };

    public static readonly ErrorDefinition LaunchTemplateVersionNotFound = new(
        "CloudLaunchTemplateVersionNotFound", 404, "The launch template has no such version.",
        "Choose a version that exists; versions are never reused.")
    { TaskState = TaskStates.ProfileNotSupported };

    public static readonly ErrorDefinition ZoneNotFound = new(
        "CloudZoneNotFound", 404, "AWS knows no availability zone of that name in this Region.", "Choose a zone of the connection's Region.");

    public static readonly ErrorDefinition KeyNotFound = new(
        "CloudKeyNotFound", 404, "AWS knows no encryption key of that id in this account and Region.",
        "Name an existing KMS key in the machine profile, or share the key with this account.");

    public static readonly ErrorDefinition ResourceNotFound = new(
        "CloudResourceNotFound", 404, "AWS doesn't find something that {0} names.",
        "Its cause names the resource: make it again or choose another one.");

    public static readonly ErrorDefinition ListingExpired = new(
        "CloudListingExpired", 503, "A listing went stale between two of its pages.", "Ask for the list again.");
}
