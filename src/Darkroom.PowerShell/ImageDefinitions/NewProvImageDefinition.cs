using System.Collections;
using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>Makes an image definition, without any version yet.</summary>
/// <example>
/// Make a definition for Windows machines that many users share.
/// <code>New-ProvImageDefinition -ImageDefinitionName office -OsType Windows -VDASessionSupport MultiSession</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ProvImageDefinition", SupportsShouldProcess = true)]
[OutputType(typeof(ImageDefinition))]
public sealed class NewProvImageDefinition : ChangingCmdlet
{
    /// <summary>A name that no other definition has.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [NoFiles]
    public string ImageDefinitionName { get; set; } = "";

    /// <summary>The operating system of its images; it never changes.</summary>
    [Parameter(Mandatory = true)]
    public OsType OsType { get; set; }

    /// <summary>Whether machines made from its images serve one session or many; it never changes.</summary>
    [Parameter(Mandatory = true)]
    public SessionSupport VDASessionSupport { get; set; }

    /// <summary>What the definition is for.</summary>
    [Parameter]
    [NoFiles]
    public string? Description { get; set; }

    /// <summary>Names and values to keep beside it: at most 50.</summary>
    [Parameter]
    [NoFiles]
    public Hashtable? Metadata { get; set; }

    protected override void ProcessRecord() => Attempt(ImageDefinitionName, () =>
    {
        if (!ShouldProcess($"Image definition {ImageDefinitionName}", "Create"))
        {
            return;
        }

        var request = new CreateImageDefinitionRequest
        {
            ImageDefinitionName = ImageDefinitionName,
            OsType = OsType,
            SessionSupport = VDASessionSupport,
            Description = TextOrNull(Description),
            Metadata = Texts.OrNone(Metadata),
        };
        WriteObject(new ImageDefinition(Call(ct => Client.ImageDefinitions.CreateAsync(request, Context, ct))));
    });
}
