using System.Collections;
using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Drive;
using Darkroom.PowerShell.Tasks;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>
/// Prepares a sealed image from a master spec. The master image is booted once without a network, made ready for being cloned, checked, captured and sealed.
/// <para>The cmdlet waits for the end unless told otherwise; the preparation goes on whether somebody waits or not.</para>
/// </summary>
/// <example>
/// Prepare a master spec on the hardware that a version of a launch template describes, and wait for the end.
/// <code>New-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid -MachineProfile 'XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion'</code>
/// </example>
/// <example>
/// Start the preparation without waiting for it, and look at the task later.
/// <code>
/// $task = New-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid -MachineProfile 'XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion' -RunAsynchronously
/// Get-ProvTask -TaskId $task
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "ProvImageVersionSpec", SupportsShouldProcess = true)]
[OutputType(typeof(ImagePreparationTask), typeof(Guid))]
public sealed class NewProvImageVersionSpec : LongRunningCmdlet
{
    /// <summary>The master spec to prepare.</summary>
    [Parameter(Mandatory = true)]
    [NoFiles]
    public Guid SourceImageVersionSpecUid { get; set; }

    /// <summary>The subnet of each NIC: the NIC's index as a text ("0") to the subnet's path. Without it, NIC 0 is in the hosting unit's first subnet.</summary>
    [Parameter]
    [AllowNull]
    public Hashtable? NetworkMapping { get; set; }

    /// <summary>The instance type, by its name, id or path. Without it, the machine profile's.</summary>
    [Parameter]
    public string? ServiceOffering { get; set; }

    /// <summary>The instance or launch template version whose hardware properties are captured, by its path.</summary>
    [Parameter]
    public string? MachineProfile { get; set; }

    /// <summary>Taken so that existing scripts run; on Amazon WorkSpaces Core the service offering gives the number of processors.</summary>
    [Parameter]
    [NoFiles]
    public int VMCpuCount { get; set; }

    /// <summary>Taken so that existing scripts run; on Amazon WorkSpaces Core the service offering gives the memory.</summary>
    [Parameter]
    [NoFiles]
    public int VMMemoryMB { get; set; }

    /// <summary>The CustomProperties XML document, or Name,Value; pairs. Nothing, null and an empty text are none.</summary>
    [Parameter]
    [NoFiles]
    public string? CustomProperties { get; set; }

    /// <summary>Names and values to keep beside the prepared spec and the task: at most 50.</summary>
    [Parameter]
    [NoFiles]
    public Hashtable? Metadata { get; set; }

    /// <summary>
    /// Keeps the preparation instance without end when the preparation fails, to be looked at: Get-ProvImagePrepVM shows it, Remove-ProvImagePrepVM removes
    /// it. Without this it is kept for an hour.
    /// </summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter KeepPreparationVMOnFailure { get; set; }

    protected override void ProcessRecord() => Attempt(SourceImageVersionSpecUid, () =>
    {
        if (!ShouldProcess(
            $"Image version spec {SourceImageVersionSpecUid}", "Launch a preparation instance, capture a sealed image from it, terminate it"))
        {
            return;
        }

        if (VMCpuCount > 0 || VMMemoryMB > 0)
        {
            WriteWarning("VMCpuCount and VMMemoryMB change nothing here: give -ServiceOffering, or another machine profile.");
        }

        var request = new PrepareImageRequest
        {
            MachineProfile = CompletedPath.Meant(MachineProfile ?? ""),
            ServiceOffering = TextOrNull(ServiceOffering),
            NetworkMapping = CompletedPath.Meant(Texts.OrNone(NetworkMapping)),
            CustomProperties = TextOrNull(CustomProperties),
            Metadata = Texts.OrNone(Metadata),
            KeepPreparationInstanceOnFailure = KeepPreparationVMOnFailure,
        };
        var started = Call(ct => Client.ImageVersionSpecs.PrepareAsync(SourceImageVersionSpecUid, request, Context, ct));
        WriteTask(started.OperationId);
    });
}
