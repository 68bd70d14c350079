using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>Takes an image definition off a hypervisor connection on which it has no specs any more.</summary>
/// <example>
/// Take a definition off a connection.
/// <code>Remove-ProvImageDefinitionConnection -ImageDefinitionName office -HypervisorConnectionName wsc</code>
/// </example>
/// <example>
/// Take it off all of its connections.
/// <code>(Get-ProvImageDefinition office).Connections | Remove-ProvImageDefinitionConnection</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ProvImageDefinitionConnection", DefaultParameterSetName = ByUid, SupportsShouldProcess = true)]
public sealed class RemoveProvImageDefinitionConnection : ChangingCmdlet
{
    /// <summary>The definition, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string ImageDefinitionName { get; set; } = "";

    /// <summary>The connection to take it off, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HypervisorConnectionNames))]
    public string HypervisorConnectionName { get; set; } = "";

    /// <summary>The definition, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid ImageDefinitionUid { get; set; }

    /// <summary>The connection to take it off, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid HypervisorConnectionUid { get; set; }

    private string Definition => ParameterSetName == ByUid ? ImageDefinitionUid.ToString() : ImageDefinitionName;

    private string Connection => ParameterSetName == ByUid ? HypervisorConnectionUid.ToString() : HypervisorConnectionName;

    protected override void ProcessRecord() => Attempt(Definition, () =>
    {
        if (ShouldProcess($"Image definition {Definition}", $"Take off the hypervisor connection {Connection}"))
        {
            Call(ct => Client.ImageDefinitions.RemoveConnectionAsync(Definition, Connection, Context, ct));
        }
    });
}
