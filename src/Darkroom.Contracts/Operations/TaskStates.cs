namespace Darkroom.Contracts.Operations;

/// <summary>States of a task that more than one place has to know by name; the others are only passed on.</summary>
public static class TaskStates
{
    /// <summary>What was given can't be prepared together: another master image, machine profile or size helps.</summary>
    public const string InvalidMaster = "InvalidMasterVMConfiguration";

    /// <summary>Another machine profile helps.</summary>
    public const string ProfileNotSupported = "MachineProfileNotSupported";
}
