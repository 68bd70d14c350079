using System.Management.Automation;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Tasks;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>
/// Shares a prepared spec to another hosting unit of its account and Region, so that it may be used there as well. No data moves: whether the image can be
/// launched there is checked and written down.
/// <para>The unit that the spec was prepared in has it already; sharing to it is an error that ends nothing.</para>
/// </summary>
/// <example>
/// Let a prepared spec be used in another availability zone.
/// <code>Add-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $prepared.ImageVersionSpecUid -HostingUnitName wsc-b</code>
/// </example>
/// <example>
/// Share it to all hosting units whose names begin with wsc- without waiting, and look at the tasks.
/// <code>
/// $tasks = Get-Item XDHyp:\HostingUnits\wsc-* | Add-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $prepared.ImageVersionSpecUid -RunAsynchronously
/// $tasks | Get-ProvTask
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Add, "ProvImageVersionSpecHostingUnit", DefaultParameterSetName = ByUid, SupportsShouldProcess = true)]
[OutputType(typeof(ImageSharingTask), typeof(Guid))]
public sealed class AddProvImageVersionSpecHostingUnit : SharingCmdlet
{
    /// <summary>Taken so that existing scripts run; a share has no properties of its own on Amazon WorkSpaces Core.</summary>
    [Parameter]
    [NoFiles]
    public string? CustomProperties { get; set; }

    protected override void ProcessRecord() => Attempt(ImageVersionSpecUid, () =>
    {
        if (!ShouldProcess($"Image version spec {ImageVersionSpecUid}", $"Share to the hosting unit {HostingUnit}"))
        {
            return;
        }

        if (!string.IsNullOrEmpty(CustomProperties))
        {
            WriteWarning("CustomProperties of a share change nothing here.");
        }

        WriteTask(Call(ct => Client.ImageShares.ShareAsync(ImageVersionSpecUid, HostingUnit, Context, ct)).OperationId);
    });
}
