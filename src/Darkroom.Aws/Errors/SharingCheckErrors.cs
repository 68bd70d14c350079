using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>What the check before a share can find.</summary>
[ErrorCatalogue]
public static class SharingCheckErrors
{
    private const string Again = "Prepare a new image version; this one can't be used any more, remove it.";

    public static readonly ErrorDefinition ImageMissing = new(
        "PreparedImageMissing", 404, "The prepared image {0} isn't in the account any more.", Again)
    { TaskState = "VirtualMachineSnapshotNotFound" };

    public static readonly ErrorDefinition ImageNotAvailable = new(
        "PreparedImageNotAvailable", 409, "The prepared image {0} is {1}, not available.", "Enable it again if somebody disabled it, then retry.")
    { TaskState = "InvalidMasterVMState" };

    public static readonly ErrorDefinition ImageForeign = new(
        "PreparedImageForeign", 409, "The prepared image {0} belongs to the account {1}, the hosting unit's connection leads to {2}.",
        "Choose a hosting unit in the account {1}.");

    public static readonly ErrorDefinition SnapshotMissing = new(
        "PreparedSnapshotMissing", 404, "The snapshot {0} of the prepared image isn't in the account any more.", Again)
    { TaskState = "VirtualMachineSnapshotNotFound" };

    public static readonly ErrorDefinition SnapshotNotCompleted = new(
        "PreparedSnapshotNotCompleted", 409, "The snapshot {0} of the prepared image is {1}, not completed.",
        "Wait until it is completed; where it says error or recoverable, restore it or prepare a new image version.")
    { TaskState = "InvalidMasterVMState" };

    public static readonly ErrorDefinition SnapshotLocal = new(
        "PreparedSnapshotLocal", 409, "The snapshot {0} of the prepared image lies in {1} alone; machines elsewhere can't be made of it.",
        "Prepare an image in the zone that needs it.");

    public static readonly ErrorDefinition KeyUnusable = new(
        "PreparedImageKeyUnusable", 409, "The key {0}, with which a snapshot of the prepared image is encrypted, is {1}, not enabled.",
        "Enable the key, or prepare an image version under another one.");

    public static readonly ErrorDefinition SecurityGroupMissing = new(
        "SecurityGroupMissing", 404, "The machine profile names the security group {0}, which the Region doesn't have.",
        "Make the group again, or prepare an image version with another machine profile.")
    { TaskState = TaskStates.ProfileNotSupported };

    public static readonly ErrorDefinition SecurityGroupElsewhere = new(
        "SecurityGroupElsewhere", 409, "The machine profile's security group {0} belongs to {1}; the hosting unit is in {2}.",
        "Choose a hosting unit in {1}, or prepare an image version with a machine profile for {2}.")
    { TaskState = TaskStates.ProfileNotSupported };

    public static readonly ErrorDefinition BoundToZone = new(
        "MachineProfileBoundToZone", 409, "The machine profile names {0} = {1}, which lies in one zone; whether that is {2} wasn't looked up.",
        "See to it that it lies in {2}, or give machines in {2} a machine profile without it.");
}
