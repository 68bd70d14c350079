using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>
/// Removes an image definition that has no versions any more, together with its bindings to connections. With -PurgeDBOnly it is forgotten with its versions and
/// specs, and their images stay in the account.
/// </summary>
/// <example>
/// Remove a definition.
/// <code>Remove-ProvImageDefinition -ImageDefinitionName office</code>
/// </example>
/// <example>
/// Remove the definitions that have no versions.
/// <code>Get-ProvImageDefinition -Filter { VersionsCount -eq 0 } | Remove-ProvImageDefinition</code>
/// </example>
/// <example>
/// Forget a definition with all that belongs to it, whose account can't be reached any more.
/// <code>Remove-ProvImageDefinition -ImageDefinitionName office -PurgeDBOnly -RemoveShares</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ProvImageDefinition", DefaultParameterSetName = ByUid, SupportsShouldProcess = true)]
public sealed class RemoveProvImageDefinition : ChangingCmdlet
{
    /// <summary>The definition, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string ImageDefinitionName { get; set; } = "";

    /// <summary>The definition, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid ImageDefinitionUid { get; set; }

    /// <summary>Forgets the records of its versions and specs as well, and leaves their images in the account; nothing is asked of the cloud.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter PurgeDBOnly { get; set; }

    /// <summary>With PurgeDBOnly, forgets the shares of the specs as well; without it, a definition with shared specs stays.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter RemoveShares { get; set; }

    /// <summary>Taken so that existing scripts run, with a warning; a definition is removed at once, and there is no task.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter RunAsynchronously { get; set; }

    /// <summary>Taken so that existing scripts run; a definition is removed at once, and there is no task.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter PurgeJobOnSuccess { get; set; }

    private string Definition => ParameterSetName == ByUid ? ImageDefinitionUid.ToString() : ImageDefinitionName;

    protected override void ProcessRecord() => Attempt(Definition, () =>
    {
        if (!ShouldProcess(
            $"Image definition {Definition}", PurgeDBOnly ? "Forget the definition, its versions and specs, leave their images in the account" : "Remove"))
        {
            return;
        }

        if (RunAsynchronously)
        {
            WriteWarning("RunAsynchronously returns no task here: an image definition is removed at once.");
        }

        Call(ct => PurgeDBOnly
            ? Client.ImageDefinitions.ForgetAsync(Definition, RemoveShares ? SharesOnRemoval.Remove : SharesOnRemoval.Keep, Context, ct)
            : Client.ImageDefinitions.RemoveAsync(Definition, Context, ct));
    });
}
