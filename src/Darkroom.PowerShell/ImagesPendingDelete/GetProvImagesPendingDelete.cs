using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.ImagesPendingDelete;

/// <summary>
/// Returns what is left in the account of images that were removed: snapshots whose deletion hasn't succeeded yet, the oldest first, each with the reason. It is
/// tried again every few minutes, and keeps its hosting unit from being removed.
/// </summary>
/// <example>
/// Show what keeps a hosting unit from being removed, and why.
/// <code>Get-ProvImagesPendingDelete -HostingUnitName wsc</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProvImagesPendingDelete")]
[OutputType(typeof(ImagePendingDelete))]
public sealed class GetProvImagesPendingDelete : ListingCmdlet
{
    /// <summary>Only the pending deletion with this id.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNull]
    [NoFiles]
    public Guid? Id { get; set; }

    /// <summary>Only those of images that were prepared in the hosting unit of this name; with wildcards, in all that match.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(HostingUnitNames))]
    public string? HostingUnitName { get; set; }

    protected override void ProcessRecord() => Attempt(Id ?? (object?)HostingUnitName, () =>
    {
        var unit = NamePattern.Of(HostingUnitName);
        WriteListing(
            async (_, _, ct) =>
            {
                var all = await Client.PendingImageDeletions.ListAsync(ct).ConfigureAwait(false);
                IReadOnlyList<PendingImageDeletionDto> found =
                    [.. all.Where(pending => (Id is null || pending.Uid == Id) && unit?.Matches(pending.HostingUnitName) != false)];

                // A hosting unit without any isn't one that isn't there.
                if (found.Count == 0 && unit is { IsName: true })
                {
                    await Client.HostingUnits.GetAsync(unit.Name, ct).ConfigureAwait(false);
                }

                return found.Count > 0 || Id is null ? new Page<PendingImageDeletionDto>(found, null) : throw RemovalErrors.NotPending.With(Id);
            },
            pending => new ImagePendingDelete(pending));
    });
}
