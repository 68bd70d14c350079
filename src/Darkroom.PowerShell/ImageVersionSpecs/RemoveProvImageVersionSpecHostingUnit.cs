using System.Management.Automation;
using Darkroom.PowerShell.Tasks;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>
/// Takes a share back: the spec can't be used in that hosting unit any more. The image stays, and so does the unit that it was prepared in. A share that
/// a catalog of its unit uses is refused.
/// </summary>
/// <example>
/// Take all shares of a spec back.
/// <code>$prepared.HostingUnits | Where-Object IsPrimary -eq $false | Remove-ProvImageVersionSpecHostingUnit</code>
/// </example>
/// <example>
/// Take one of them back.
/// <code>Remove-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $prepared.ImageVersionSpecUid -HostingUnitName wsc-b</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ProvImageVersionSpecHostingUnit", DefaultParameterSetName = ByUid, SupportsShouldProcess = true)]
[OutputType(typeof(ImageSharingTask), typeof(Guid))]
public sealed class RemoveProvImageVersionSpecHostingUnit : SharingCmdlet
{
    protected override void ProcessRecord() => Attempt(ImageVersionSpecUid, () =>
    {
        if (ShouldProcess($"Image version spec {ImageVersionSpecUid}", $"Unshare from the hosting unit {HostingUnit}"))
        {
            WriteTask(Call(ct => Client.ImageShares.UnshareAsync(ImageVersionSpecUid, HostingUnit, Context, ct)).OperationId);
        }
    });
}
