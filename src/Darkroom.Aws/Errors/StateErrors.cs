using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>Names, tokens, states and parameters that don't fit. Argument 0 is the action.</summary>
[ErrorCatalogue]
public static class StateErrors
{
    public static readonly ErrorDefinition ImageNameTaken = new(
        "CloudImageNameTaken", 409, "The account already has an image of that name in this Region.",
        "Deregister the other image or give it another name, then retry.");

    public static readonly ErrorDefinition ImageNameMalformed = new(
        "CloudImageNameMalformed", 422, "AWS doesn't take that name for an image.",
        "Use 3 to 128 letters, digits, spaces and ( ) [ ] . / - ' @ _ in the names that it is made of.");

    public static readonly ErrorDefinition InstanceStateWrong = new(
        "CloudInstanceStateWrong", 409, "The instance isn't in a state in which {0} is possible.",
        "Somebody started, stopped or terminated it outside Darkroom: retry from the step that starts it.")
    { TaskState = "InvalidMasterVMState" };

    public static readonly ErrorDefinition SnapshotInUse = new(
        "CloudSnapshotInUse", 409, "The snapshot is still used by an image.", "Deregister the image that uses it first.");

    public static readonly ErrorDefinition ResourceInUse = new(
        "CloudResourceHasUsers", 409, "AWS refused {0} because something still uses the resource.", "Its cause names the user: remove that first.");

    public static readonly ErrorDefinition GroupNameTaken = new(
        "CloudSecurityGroupNameTaken", 409, "The VPC already has a security group of that name.", "Try again; the existing group is used then.");

    public static readonly ErrorDefinition IsolationGroupForeign = new(
        "IsolationGroupForeign", 409, "The security group {0} in {2} has the isolation group's name {1}, but Darkroom's tag {3} isn't on it.",
        "Delete the group {0} or move its users to another one first; a retry makes the isolation group then. "
        + "If it is Darkroom's own and lost its tags, tag it with {3} again.");

    public static readonly ErrorDefinition ParametersRefused = new(
        "CloudParametersRefused", 422, "AWS refused the parameters of {0}.",
        "Its cause names the parameter: change the machine profile, the service offering or the master image accordingly.")
    { TaskState = TaskStates.InvalidMaster };

    public static readonly ErrorDefinition NotSupported = new(
        "CloudOperationNotSupported", 422, "AWS doesn't support {0} with these parameters.",
        "Its cause names the parameter: change the machine profile, the service offering or the master image accordingly.")
    { TaskState = TaskStates.InvalidMaster };
}
