using System.Management.Automation;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.Drive;

/// <summary>What every change on the drive takes.</summary>
public class ChangeParameters : ServerParameters
{
    /// <summary>The high-level operation that this change belongs to in the audit.</summary>
    [Parameter]
    [NoFiles]
    public Guid LoggingId { get; set; }
}
