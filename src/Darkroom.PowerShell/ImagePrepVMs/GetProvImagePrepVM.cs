using System.Management.Automation;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.ImagePrepVMs;

/// <summary>
/// Returns preparation instances that are kept after their preparation has failed, to be looked at: for an hour, or without end where the preparation was begun
/// with -KeepPreparationVMOnFailure. What their removal couldn't remove is among them as well.
/// </summary>
/// <example>
/// Show what is kept of the preparations of a definition.
/// <code>Get-ProvImagePrepVM -ImageDefinitionName office</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProvImagePrepVM")]
[OutputType(typeof(ImagePrepVM))]
public sealed class GetProvImagePrepVM : ListingCmdlet
{
    private const string Preparation = "PrepareImage";
    private const int PageSize = 1000;

    /// <summary>Only those of the definition of this name; with wildcards, of all that match.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string? ImageDefinitionName { get; set; }

    /// <summary>Only the one of this prepared spec.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [NoFiles]
    public Guid? ImageVersionSpecUid { get; set; }

    protected override void ProcessRecord() => Attempt(ImageVersionSpecUid ?? (object?)ImageDefinitionName, () =>
    {
        var name = NamePattern.Of(ImageDefinitionName);
        WriteListing(
            async (_, _, ct) =>
            {
                List<ImagePrepVM> kept =
                [
                    .. (await AllAsync(OperationState.Held, ct).ConfigureAwait(false)).SelectMany(ImagePrepVM.Of),
                    .. (await AllAsync(OperationState.Stuck, ct).ConfigureAwait(false)).SelectMany(ImagePrepVM.Of),
                ];
                kept.RemoveAll(vm => name?.Matches(vm.ImageDefinitionName ?? "") == false);

                // A definition without any isn't one that isn't there.
                if (kept.Count == 0 && name is { IsName: true })
                {
                    await Client.ImageDefinitions.GetAsync(name.Name, ct).ConfigureAwait(false);
                }

                return new Page<ImagePrepVM>(kept, null);
            },
            vm => vm);
    });

    private async Task<List<OperationDto>> AllAsync(OperationState state, CancellationToken ct)
    {
        var operations = new List<OperationDto>();
        string? token = null;
        do
        {
            var page = await Client.Operations.ListAsync(
                state, Preparation, ImageVersionSpecUid, pageSize: PageSize, pageToken: token, ct: ct).ConfigureAwait(false);
            operations.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token is not null);
        return operations;
    }
}
