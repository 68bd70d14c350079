using System.Management.Automation;

namespace Darkroom.PowerShell.Drive;

/// <summary>What a hosting unit can be made with and changed to. What isn't given stays as it is.</summary>
public class HostingUnitParameters : ChangeParameters
{
    /// <summary>Paths of the subnets that machines may use, the one of NIC 0 first.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? NetworkPath { get; set; }
}
