using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>Changes what an image definition says of itself. OS type and session support never change; Rename-ProvImageDefinition gives another name.</summary>
/// <example>
/// Say what a definition is for.
/// <code>Set-ProvImageDefinition -ImageDefinitionName office -Description 'Everybody in the office'</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ProvImageDefinition", DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(ImageDefinition))]
public sealed class SetProvImageDefinition : ChangingCmdlet
{
    /// <summary>The definition to change, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string ImageDefinitionName { get; set; } = "";

    /// <summary>The definition to change, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true)]
    [NoFiles]
    public Guid ImageDefinitionUid { get; set; }

    /// <summary>What the definition is for; an empty one takes the present one away.</summary>
    [Parameter]
    [NoFiles]
    public string? Description { get; set; }

    private string Definition => ParameterSetName == ByUid ? ImageDefinitionUid.ToString() : ImageDefinitionName;

    protected override void ProcessRecord() => Attempt(Definition, () =>
    {
        var description = GivenText(nameof(Description), Description) ?? throw CmdletErrors.NothingToChange.With(Definition, nameof(Description));
        if (ShouldProcess($"Image definition {Definition}", "Change"))
        {
            var request = new UpdateImageDefinitionRequest { Description = description };
            WriteObject(new ImageDefinition(Call(ct => Client.ImageDefinitions.UpdateAsync(Definition, request, Context, ct))));
        }
    });
}
