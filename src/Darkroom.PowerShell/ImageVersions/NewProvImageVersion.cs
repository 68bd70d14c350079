using System.Collections;
using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageVersions;

/// <summary>Makes the next version of an image definition. Nothing is made in the cloud, and the definition needs no connection yet.</summary>
/// <example>
/// Make the next version, and keep it for the commands that follow.
/// <code>$imageVersion = New-ProvImageVersion -ImageDefinitionName office -Description 'With the new browser'</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ProvImageVersion", DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(ImageVersion))]
public sealed class NewProvImageVersion : ChangingCmdlet
{
    /// <summary>The definition, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string ImageDefinitionName { get; set; } = "";

    /// <summary>The definition, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true)]
    [NoFiles]
    public Guid ImageDefinitionUid { get; set; }

    /// <summary>What is new in this version.</summary>
    [Parameter]
    [NoFiles]
    public string? Description { get; set; }

    /// <summary>Names and values to keep beside it: at most 50.</summary>
    [Parameter]
    [NoFiles]
    public Hashtable? Metadata { get; set; }

    private string Definition => ParameterSetName == ByUid ? ImageDefinitionUid.ToString() : ImageDefinitionName;

    protected override void ProcessRecord() => Attempt(Definition, () =>
    {
        if (ShouldProcess($"Image definition {Definition}", "Create the next version"))
        {
            WriteObject(new ImageVersion(Call(ct => Client.ImageVersions.CreateAsync(Definition, TextOrNull(Description), Texts.OrNone(Metadata), Context, ct))));
        }
    });
}
