using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.Drive;

/// <summary>What New-Item takes at <c>XDHyp:\Connections</c>.</summary>
public sealed class NewConnectionParameters : ConnectionParameters
{
    /// <summary>Custom (with PluginId) or AmazonWorkSpacesCore.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public string? ConnectionType { get; set; }

    /// <summary>AmazonWorkSpacesCoreMachineManagerFactory; has to be given with the type Custom.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [NoFiles]
    public string? PluginId { get; set; }

    /// <summary>Keeps the connection. It has to be given, since there are no connections that live in one session only.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter Persist { get; set; }

    /// <summary>Nothing or All. There are no others: what a caller may do is said by the role of its token.</summary>
    [Parameter]
    [Alias("Scopes")]
    [AllowNull]
    [AllowEmptyCollection]
    [NoFiles]
    public string[]? Scope { get; set; }

    /// <summary>The uid that Get-ConfigZone shows, or the all-zero one: there is one zone.</summary>
    [Parameter]
    [NoFiles]
    public Guid ZoneUid { get; set; }
}
