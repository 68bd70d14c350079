using System.Globalization;
using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Tasks;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageVersions;

/// <summary>
/// Removes an image version. One without specs is removed at once; one with specs stays, unless they are to go as well. Its number isn't given again.
/// <para>With -RemoveSpecs the cmdlet removes the specs of the version first, with their image and snapshots, and returns the task.</para>
/// </summary>
/// <example>
/// Remove a version without specs.
/// <code>Remove-ProvImageVersion -ImageDefinitionName office -ImageVersionNumber 1</code>
/// </example>
/// <example>
/// Remove the versions of a definition that have no specs.
/// <code>Get-ProvImageVersion -ImageDefinitionName office -Filter { ImageVersionSpecsCount -eq 0 } | Remove-ProvImageVersion</code>
/// </example>
/// <example>
/// Remove a version with all that was made of it, and what it is shared to.
/// <code>Remove-ProvImageVersion office 1 -RemoveSpecs -RemoveShares</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ProvImageVersion", DefaultParameterSetName = ByUid, SupportsShouldProcess = true)]
[OutputType(typeof(ImageRemovalTask), typeof(Guid))]
public sealed class RemoveProvImageVersion : LongRunningCmdlet
{
    /// <summary>The version, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid ImageVersionUid { get; set; }

    /// <summary>The definition of the version, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string ImageDefinitionName { get; set; } = "";

    /// <summary>The number of the version.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public int ImageVersionNumber { get; set; }

    /// <summary>Removes the specs of the version as well, with image and snapshots.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter RemoveSpecs { get; set; }

    /// <summary>Removes the shares of the specs as well; without it, specs that are shared stay.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter RemoveShares { get; set; }

    /// <summary>Forgets the specs' records and leaves image and snapshots in the account; nothing is asked of the cloud.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter PurgeDBOnly { get; set; }

    private string Target => ParameterSetName == ByUid ? ImageVersionUid.ToString() : $"{ImageDefinitionName} {ImageVersionNumber}";

    private string Number => ImageVersionNumber.ToString(CultureInfo.InvariantCulture);

    protected override void ProcessRecord() => Attempt(Target, () =>
    {
        if (ShouldProcess($"Image version {Target}", Action))
        {
            if (!RemoveSpecs)
            {
                Call(ct => ParameterSetName == ByUid
                    ? Client.ImageVersions.RemoveAsync(ImageVersionUid, Context, ct)
                    : Client.ImageVersions.RemoveAsync(ImageDefinitionName, Number, Context, ct));
            }
            else if (Call(RemoveWithSpecsAsync) is { } started)
            {
                WriteTask(started.OperationId);
            }
        }
    });

    private string Action => (RemoveSpecs.IsPresent, PurgeDBOnly.IsPresent) switch
    {
        (true, true) => "Remove with its specs, leave image and snapshots in the account",
        (true, false) => "Remove with its specs, and delete image and snapshots in the account",
        _ => "Remove",
    };

    private Task<ImageVersionRemovalStartedDto?> RemoveWithSpecsAsync(CancellationToken ct)
    {
        var shares = RemoveShares ? SharesOnRemoval.Remove : SharesOnRemoval.Keep;
        return ParameterSetName == ByUid
            ? Client.ImageVersions.RemoveWithSpecsAsync(ImageVersionUid, shares, PurgeDBOnly, Context, ct)
            : Client.ImageVersions.RemoveWithSpecsAsync(ImageDefinitionName, Number, shares, PurgeDBOnly, Context, ct);
    }
}
