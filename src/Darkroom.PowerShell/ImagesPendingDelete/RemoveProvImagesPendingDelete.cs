using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.ImagesPendingDelete;

/// <summary>
/// Tries a pending deletion now. With -ForceDelete it is forgotten whatever becomes of it: a snapshot that the cloud still doesn't delete stays in the account, and
/// Darkroom knows nothing of it any more.
/// </summary>
/// <example>
/// Try all of them now.
/// <code>Get-ProvImagesPendingDelete | Remove-ProvImagesPendingDelete -ErrorAction SilentlyContinue</code>
/// </example>
/// <example>
/// Let a hosting unit go, whatever is left of its images.
/// <code>Get-ProvImagesPendingDelete -HostingUnitName wsc | Remove-ProvImagesPendingDelete -ForceDelete</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ProvImagesPendingDelete", SupportsShouldProcess = true)]
public sealed class RemoveProvImagesPendingDelete : ChangingCmdlet
{
    /// <summary>The pending deletion.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid Id { get; set; }

    /// <summary>Forgets it even where the snapshot still can't be deleted.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter ForceDelete { get; set; }

    protected override void ProcessRecord() => Attempt(Id, () =>
    {
        if (ShouldProcess($"Pending deletion {Id}", ForceDelete ? "Delete the snapshot, or leave it in the account and forget it" : "Delete the snapshot"))
        {
            TaskErrors.Named(
                () => Call(ct => Client.PendingImageDeletions.RemoveAsync(Id, ForceDelete, Context, ct)),
                ("PendingImageDeletionNotFound", TaskErrors.UnknownObject));
        }
    });
}
