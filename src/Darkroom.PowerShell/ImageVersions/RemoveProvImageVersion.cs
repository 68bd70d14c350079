using System.Globalization;
using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.ImageVersions;

/// <summary>Removes an image version that has no specs any more. Its number isn't given again.</summary>
/// <example>
/// Remove a version.
/// <code>Remove-ProvImageVersion -ImageDefinitionName office -ImageVersionNumber 1</code>
/// </example>
/// <example>
/// Remove the versions of a definition that have no specs.
/// <code>Get-ProvImageVersion -ImageDefinitionName office -Filter { ImageVersionSpecsCount -eq 0 } | Remove-ProvImageVersion</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ProvImageVersion", DefaultParameterSetName = ByUid, SupportsShouldProcess = true)]
public sealed class RemoveProvImageVersion : ChangingCmdlet
{
    private const string ByName = "ByName";

    // The default one: a version from the pipeline has all three, and its uid is the surer.
    private const string ByUid = "ByUid";

    /// <summary>The version, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public Guid ImageVersionUid { get; set; }

    /// <summary>The definition of the version, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string ImageDefinitionName { get; set; } = "";

    /// <summary>The number of the version.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public int ImageVersionNumber { get; set; }

    private string Target => ParameterSetName == ByUid ? ImageVersionUid.ToString() : $"{ImageDefinitionName} {ImageVersionNumber}";

    protected override void ProcessRecord() => Attempt(Target, () =>
    {
        if (ShouldProcess($"Image version {Target}", "Remove"))
        {
            Call(ct => ParameterSetName == ByUid
                ? Client.ImageVersions.RemoveAsync(ImageVersionUid, Context, ct)
                : Client.ImageVersions.RemoveAsync(ImageDefinitionName, ImageVersionNumber.ToString(CultureInfo.InvariantCulture), Context, ct));
        }
    });
}
