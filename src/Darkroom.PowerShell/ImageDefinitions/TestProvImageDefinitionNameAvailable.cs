using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>Tells which names an image definition may take. Names that the caller can't see count as taken.</summary>
/// <example>
/// Test two names.
/// <code>Test-ProvImageDefinitionNameAvailable -ImageDefinitionName office, design</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "ProvImageDefinitionNameAvailable")]
[OutputType(typeof(ImageDefinitionNameAvailability))]
public sealed class TestProvImageDefinitionNameAvailable : DarkroomCmdlet
{
    /// <summary>The names to test.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public string[] ImageDefinitionName { get; set; } = [];

    protected override void ProcessRecord() => Attempt(ImageDefinitionName, () =>
    {
        foreach (var name in Call(ct => Client.ImageDefinitions.TestNamesAsync(ImageDefinitionName, ct)))
        {
            WriteObject(new ImageDefinitionNameAvailability(name));
        }
    });
}
