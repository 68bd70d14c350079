using System.Globalization;
using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageVersions;

/// <summary>Changes the description of an image version.</summary>
/// <example>
/// Describe a version anew.
/// <code>Set-ProvImageVersion -ImageDefinitionName office -ImageVersionNumber 1 -Description 'Before the new browser'</code>
/// </example>
/// <example>
/// Describe all versions of a definition.
/// <code>Get-ProvImageVersion -ImageDefinitionName office | Set-ProvImageVersion -Description 'Checked'</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ProvImageVersion", DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(ImageVersion))]
public sealed class SetProvImageVersion : ChangingCmdlet
{
    /// <summary>The definition of the version, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string ImageDefinitionName { get; set; } = "";

    /// <summary>The number of the version.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public int ImageVersionNumber { get; set; }

    /// <summary>The version, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true)]
    [NoFiles]
    public Guid ImageVersionUid { get; set; }

    /// <summary>What is new in this version; an empty one takes the present one away.</summary>
    [Parameter]
    [NoFiles]
    public string? Description { get; set; }

    private string Target => ParameterSetName == ByUid ? ImageVersionUid.ToString() : $"{ImageDefinitionName} {ImageVersionNumber}";

    protected override void ProcessRecord() => Attempt(Target, () =>
    {
        var description = GivenText(nameof(Description), Description) ?? throw CmdletErrors.NothingToChange.With(Target, nameof(Description));
        if (ShouldProcess($"Image version {Target}", "Change"))
        {
            var request = new UpdateImageVersionRequest { Description = description };
            WriteObject(new ImageVersion(Call(ct => ParameterSetName == ByUid
                ? Client.ImageVersions.UpdateAsync(ImageVersionUid, request, Context, ct)
                : Client.ImageVersions.UpdateAsync(ImageDefinitionName, ImageVersionNumber.ToString(CultureInfo.InvariantCulture), request, Context, ct))));
        }
    });
}
