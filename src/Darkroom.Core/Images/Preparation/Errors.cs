using Darkroom.Core.Errors;

namespace Darkroom.Core.Images.Preparation;

/// <summary>What a preparation can be refused or fail with, beside what the guest and the cloud say.</summary>
[ErrorCatalogue]
public static class PreparationErrors
{
    public static readonly ErrorDefinition PrerequisitesNotMet = new(
        "PrerequisitesNotMet", 422, "{0} findings stand in the way of the preparation.", "Remove what each finding names, then retry.")
    {
        TaskState = "ConfigurationError",
    };

    public static readonly ErrorDefinition ServiceOfferingRequired = new(
        "ServiceOfferingRequired", 400, "The machine profile names no instance type.", "Give a service offering, or choose a profile with an instance type.");

    public static readonly ErrorDefinition NetworkMappingInvalid = new(
        "NetworkMappingInvalid", 400, "The network mapping has the key '{0}'; NIC {1} is expected.",
        "Number the NICs from 0 on without a gap, each with the path of a subnet.");

    public static readonly ErrorDefinition SubnetNotInHostingUnit = new(
        "SubnetNotInHostingUnit", 400, "The subnet {0} isn't one of the hosting unit's.", "Choose one of {1}, or add the subnet to the hosting unit.");

    public static readonly ErrorDefinition HoldContradictory = new(
        "PreparationHoldContradictory", 400, "A failed preparation can't be held for {0} seconds and kept without end at once.",
        "Give holdSeconds or keepPreparationInstanceOnFailure, not both; the hold time can be changed while the preparation is held.");

    public static readonly ErrorDefinition IsolationGroupOpen = new(
        "IsolationGroupOpen", 409, "The isolation group still has rules {1} minutes after all were revoked ({0}).",
        "See who adds rules to the group, stop that, and retry.");

    public static readonly ErrorDefinition PreparationInstanceLost = new(
        "PreparationInstanceLost", 409, "The preparation instance {0} was terminated by somebody else. {1}",
        "See in the account who terminates instances, then retry.")
    {
        TaskState = "InvalidMasterVMState",
    };

    public static readonly ErrorDefinition GuestTimedOut = new(
        "GuestTimedOut", 504, "The guest did not shut down within {1} minutes ({0}).",
        "Look at the console: does it boot, do its launch agent and updates finish? Correct the master, or allow more minutes, and retry.")
    {
        TaskState = "InvalidMasterVMState",
    };

    public static readonly ErrorDefinition ConsoleNotThere = new(
        "ConsoleNotThere", 404, "Operation {0} has no console text: {1}.",
        "A preparation has it from the start of its instance on; its end stays with the operation once the guest has stopped.");

    public static readonly ErrorDefinition ImageCaptureFailed = new(
        "ImageCaptureFailed", 502, "The cloud could not make the image {0}. {1}", "Retry: the image is made anew from the same preparation instance.")
    {
        TaskState = "DiskConsolidationFailed",
    };
}
