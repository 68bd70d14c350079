using System.Management.Automation;

namespace Darkroom.PowerShell.Drive;

/// <summary>What New-Item takes below a hosting unit, where it answers that security groups can't be made here.</summary>
public sealed class NewSecurityGroupParameters : ChangeParameters
{
    /// <summary>What the group is for.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>The VPC of the group.</summary>
    [Parameter]
    public string? VpcId { get; set; }
}
