using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>Parameters that don't go together or say nothing, and lists that were cut off.</summary>
public static class CmdletErrors
{
    public static readonly ModuleError ParameterCombination = new(
        "InvalidParameterCombination", ErrorCategory.InvalidArgument, "RunAsynchronously and PurgeJobOnSuccess can't be given together.",
        "Leave one of them out: a cmdlet that doesn't wait for the end can't purge the task there.");

    public static readonly ModuleError NothingToChange = new(
        "NothingToChange", ErrorCategory.InvalidArgument, "Nothing was said that '{0}' should be changed to.", "Give {1}.");

    public static readonly ModuleError PartialData = new(
        "PartialData", ErrorCategory.LimitsExceeded, "{0} of {1} were returned.",
        "Ask for more with -MaxRecordCount, or for the rest with -Skip.");
}
