using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>Returns image definitions, each with the connections it is bound to.</summary>
/// <example><code>Get-ProvImageDefinition -ImageDefinitionName off*</code></example>
[Cmdlet(VerbsCommon.Get, "ProvImageDefinition")]
[OutputType(typeof(ImageDefinition))]
public sealed class GetProvImageDefinition : ListingCmdlet
{
    /// <summary>Only the definition of this name; with wildcards, all that match.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    public string? ImageDefinitionName { get; set; }

    /// <summary>Only the definition with this uid.</summary>
    [Parameter]
    public Guid? ImageDefinitionUid { get; set; }

    protected override void ProcessRecord() => Attempt(ImageDefinitionUid ?? (object?)ImageDefinitionName, () =>
    {
        var pattern = ImageDefinitionName is { Length: > 0 } name ? new NamePattern(name) : null;
        if (ImageDefinitionUid is { } uid)
        {
            Write(uid.ToString(), pattern);
        }
        else if (pattern is { IsName: true })
        {
            Write(pattern.Name, pattern);
        }
        else
        {
            WriteListing(
                (size, token, ct) => Client.ImageDefinitions.ListAsync(pattern?.ForServer, pageSize: size, pageToken: token, ct: ct),
                definition => new ImageDefinition(definition),
                pattern is null ? null : definition => pattern.Matches(definition.ImageDefinitionName));
        }
    });

    private void Write(string nameOrUid, NamePattern? pattern)
    {
        var definition = new ImageDefinition(Call(ct => Client.ImageDefinitions.GetAsync(nameOrUid, ct)));
        if (pattern?.Matches(definition.ImageDefinitionName) != false)
        {
            WriteObject(definition);
        }
    }
}
