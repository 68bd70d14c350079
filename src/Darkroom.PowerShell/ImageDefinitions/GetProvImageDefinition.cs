using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>Returns image definitions, each with the connections it is bound to.</summary>
/// <example>
/// Show the definitions whose names begin with off.
/// <code>Get-ProvImageDefinition -ImageDefinitionName off*</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProvImageDefinition")]
[OutputType(typeof(ImageDefinition))]
public sealed class GetProvImageDefinition : ListingCmdlet
{
    /// <summary>Only the definition of this name; with wildcards, all that match.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string? ImageDefinitionName { get; set; }

    /// <summary>Only the definition with this uid.</summary>
    [Parameter]
    [ValidateNotNull]
    [NoFiles]
    public Guid? ImageDefinitionUid { get; set; }

    protected override void ProcessRecord() => Attempt(ImageDefinitionUid ?? (object?)ImageDefinitionName, () =>
    {
        var name = NamePattern.Of(ImageDefinitionName);
        bool Wanted(ImageDefinition definition) => name?.Matches(definition.ImageDefinitionName) != false;

        if (ImageDefinitionUid is not null || name is { IsName: true })
        {
            WriteOne(ct => Client.ImageDefinitions.GetAsync(ImageDefinitionUid?.ToString() ?? name!.Name, ct), definition => new ImageDefinition(definition), Wanted);
        }
        else
        {
            WriteListing(
                (size, token, ct) => Client.ImageDefinitions.ListAsync(name?.ForServer, pageSize: size, pageToken: token, ct: ct),
                definition => new ImageDefinition(definition),
                name is null ? null : Wanted);
        }
    });
}
