using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>Gives an image definition another name. Its versions and what was made from them stay as they are.</summary>
/// <example>
/// Give a definition another name.
/// <code>Rename-ProvImageDefinition -ImageDefinitionName office -NewImageDefinitionName headquarters</code>
/// </example>
[Cmdlet(VerbsCommon.Rename, "ProvImageDefinition", DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(ImageDefinition))]
public sealed class RenameProvImageDefinition : ChangingCmdlet
{
    /// <summary>The definition to rename, by its present name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string ImageDefinitionName { get; set; } = "";

    /// <summary>The definition to rename, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true)]
    [NoFiles]
    public Guid ImageDefinitionUid { get; set; }

    /// <summary>A name that no other definition has.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("NewPreparedImageDefinitionName")]
    [NoFiles]
    public string NewImageDefinitionName { get; set; } = "";

    private string Definition => ParameterSetName == ByUid ? ImageDefinitionUid.ToString() : ImageDefinitionName;

    protected override void ProcessRecord() => Attempt(Definition, () =>
    {
        if (ShouldProcess($"Image definition {Definition}", $"Rename to {NewImageDefinitionName}"))
        {
            var request = new UpdateImageDefinitionRequest { ImageDefinitionName = NewImageDefinitionName };
            WriteObject(new ImageDefinition(Call(ct => Client.ImageDefinitions.UpdateAsync(Definition, request, Context, ct))));
        }
    });
}
