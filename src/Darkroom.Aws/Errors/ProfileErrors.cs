using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>Machine profiles. Argument 0 is the property.</summary>
[ErrorCatalogue]
public static class ProfileErrors
{
    public static readonly ErrorDefinition PropertyNotCarried = new(
        "MachineProfilePropertyNotCarried", 422, "The machine profile's {0} can't be carried over to machines: {1}",
        "Take {0} out of the machine profile if its absence matters, else nothing.")
    { TaskState = TaskStates.ProfileNotSupported };

    public static readonly ErrorDefinition TokensRequired = new(
        "MachineProfileTokensRequired", 422, "The machine profile asks for {0} = optional; session tokens are required all the same.",
        "Set {0} to required in the machine profile.")
    { TaskState = TaskStates.ProfileNotSupported };

    public static readonly ErrorDefinition MetadataDisabled = new(
        "MachineProfileMetadataDisabled", 422, "The machine profile disables the instance metadata service ({0}), through which the guest gets its work.",
        "Set {0} to enabled in the machine profile.")
    { TaskState = TaskStates.ProfileNotSupported };

    public static readonly ErrorDefinition RequirementsNotSupported = new(
        "MachineProfileRequirementsNotSupported", 422, "The machine profile names its size by {0}, which leave it open.",
        "Use a launch template version that names an instance type.")
    { TaskState = TaskStates.ProfileNotSupported };
}
