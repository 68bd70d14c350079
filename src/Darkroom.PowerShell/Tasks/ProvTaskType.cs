namespace Darkroom.PowerShell.Tasks;

/// <summary>What a task does. Members beyond those of Darkroom's own operations are there so that scripts may name them.</summary>
public enum ProvTaskType
{
    /// <summary>A kind that this version of the module hasn't heard of.</summary>
    Unknown,
    NewProvisioningScheme,
    PublishImage,
    NewVirtualMachine,
    RemoveVirtualMachine,
    DisusedImageCleanUp,
    RemoveSnapshot,
    NewProvImageVersionSpec,
    RemoveProvImageVersionSpec,
    AddProvImageVersionSpecHostingUnit,
    RemoveProvImageVersionSpecHostingUnit,
}
