using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;

namespace Darkroom.Core.Images.Guest;

/// <summary>What the guest's report can fail a preparation with.</summary>
[ErrorCatalogue]
public static class GuestErrors
{
    public static readonly ErrorDefinition AgentMissing = new(
        "AgentMissing", 422, "The image has no agent.",
        "Choose another master: one with the agent, version 2311 or later, and its MCSIO driver installed.")
    {
        TaskState = TaskStates.InvalidMaster,
    };

    /// <summary>{0}: the version as the guest said it.</summary>
    public static readonly ErrorDefinition AgentTooOld = new(
        "AgentTooOld", 422, "The agent on the image is {0}; 2311 or later is needed.",
        "Choose another master, or update the agent on this one and make a new AMI of it.")
    {
        TaskState = TaskStates.InvalidMaster,
    };

    public static readonly ErrorDefinition McsIoMissing = new(
        "McsIoMissing", 422, "The image has no MCSIO driver.",
        "Choose another master, or install the agent's MCSIO driver on this one and make a new AMI of it.")
    {
        TaskState = TaskStates.InvalidMaster,
    };

    /// <summary>{0}: what the guest runs, {1}: what the definition wants.</summary>
    public static readonly ErrorDefinition OsTypeMismatch = new(
        "OsTypeMismatch", 422, "The image runs {0}; its definition is for {1}.",
        "Choose a master with {1}, or use a definition for {0}.")
    {
        TaskState = TaskStates.InvalidMaster,
    };

    /// <summary>{0}: what the guest supports, {1}: what the definition wants.</summary>
    public static readonly ErrorDefinition SessionSupportMismatch = new(
        "SessionSupportMismatch", 422, "The image is for {0}; its definition is for {1}.",
        "Choose a master for {1}, or use a definition for {0}.")
    {
        TaskState = TaskStates.InvalidMaster,
    };

    /// <summary>{0}: what is missing, as a sentence.</summary>
    public static readonly ErrorDefinition GuestSilent = new(
        "GuestSilent", 422, "The guest didn't give a complete report of itself. {0}",
        "Look at the console: the launch agent of the master must run user data at boot. Correct the master and retry, "
            + "or allow unverified guests on the connection.")
    {
        TaskState = "InvalidMasterVMState",
    };
}
