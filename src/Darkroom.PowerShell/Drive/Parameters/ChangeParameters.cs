using System.Management.Automation;

namespace Darkroom.PowerShell.Drive;

/// <summary>What every change on the drive takes.</summary>
public class ChangeParameters : ServerParameters
{
    /// <summary>The high-level operation that this change belongs to in the audit.</summary>
    [Parameter]
    public Guid LoggingId { get; set; }
}
