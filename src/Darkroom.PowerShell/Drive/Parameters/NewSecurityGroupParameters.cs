using System.Management.Automation;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.Drive;

/// <summary>What New-Item takes below a hosting unit, where it answers that security groups can't be made here.</summary>
public sealed class NewSecurityGroupParameters : ChangeParameters
{
    /// <summary>What the group is for.</summary>
    [Parameter]
    [NoFiles]
    public string? Description { get; set; }

    /// <summary>The VPC of the group.</summary>
    [Parameter]
    [NoFiles]
    public string? VpcId { get; set; }
}
