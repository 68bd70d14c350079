using System.Management.Automation;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Cmdlets;

/// <summary>A cmdlet whose work is an operation of the server's: it waits for the end unless told otherwise.</summary>
public abstract class LongRunningCmdlet : ChangingCmdlet
{
    /// <summary>Returns at once with the id of the task, which Get-ProvTask takes.</summary>
    [Parameter]
    public SwitchParameter RunAsynchronously { get; set; }

    /// <summary>Removes the task's record when it has ended well. Can't be given together with RunAsynchronously.</summary>
    [Parameter]
    public SwitchParameter PurgeJobOnSuccess { get; set; }

    protected override void BeginProcessing()
    {
        if (RunAsynchronously && PurgeJobOnSuccess)
        {
            ThrowTerminatingError(ErrorRecords.From(CmdletErrors.ParameterCombination.With(), null));
        }

        base.BeginProcessing();
    }
}
