using System.Management.Automation;

namespace Darkroom.PowerShell.Drive;

/// <summary>What Set-Item takes for a connection. What isn't given stays as it is.</summary>
public sealed class SetConnectionParameters : ConnectionParameters
{
    /// <summary>Stops browsing and new operations on the connection, or allows them again; running ones go on.</summary>
    [Parameter]
    public bool? MaintenanceMode { get; set; }
}
