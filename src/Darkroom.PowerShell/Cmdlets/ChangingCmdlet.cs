using System.Management.Automation;
using Darkroom.Client.Http;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.Cmdlets;

/// <summary>A cmdlet that changes something, and therefore asks ShouldProcess first. Each such class says <c>SupportsShouldProcess = true</c>.</summary>
public abstract class ChangingCmdlet : DarkroomCmdlet
{
    /// <summary>The high-level operation that this change belongs to in the audit.</summary>
    [Parameter]
    [NoFiles]
    public Guid LoggingId { get; set; }

    /// <summary>A text that replaces the present one when its parameter is there, be it empty, and else leaves it.</summary>
    protected string? GivenText(string parameter, string? text) => MyInvocation.BoundParameters.ContainsKey(parameter) ? text ?? "" : null;

    /// <summary>What goes beside the request.</summary>
    protected RequestContext Context => new() { LoggingId = LoggingId == Guid.Empty ? null : LoggingId };
}
