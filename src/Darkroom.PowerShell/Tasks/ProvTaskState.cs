namespace Darkroom.PowerShell.Tasks;

/// <summary>Where a task stands or how it has ended; scripts compare it with Finished.</summary>
public enum ProvTaskState
{
    Processing,
    LocatingResources,
    ConsolidatingMasterImage,
    ReplicatingConsolidatedImageToAllStorage,
    StoringProvisioningScheme,
    Provisioning,
    Removing,
    Finalizing,

    /// <summary>Ended well.</summary>
    Finished,
    FinishedWithErrors,
    Canceled,
    Failed,
    HostingUnitNotFound,
    VirtualMachineSnapshotNotFound,
    ProvisioningSchemeAlreadyExists,
    IdentityPoolNotFound,
    MasterVMImageIsNotPartOfProvisioningSchemeHostingUnit,
    MasterVmImageIsNotASnapshot,
    ProvisioningSchemeNotFound,
    TaskAlreadyRunningForProvisioningScheme,
    InvalidMasterVMConfiguration,
    InvalidMasterVMState,
    InsufficientResources,
    DiskConsolidationFailed,
    StorageNotFound,
    ConfigurationError,
    RequestedFeatureNotEnabled,
    MachineProfileNotSupported,
    HypervisorInMaintenanceMode,
    NoAvailableStorage,
    NoAvailableNetwork,
}
