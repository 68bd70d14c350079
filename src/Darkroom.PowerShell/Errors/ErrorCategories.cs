using System.Management.Automation;
using Darkroom.Contracts.Problems;

namespace Darkroom.PowerShell.Errors;

/// <summary>What PowerShell files a problem of the server's under.</summary>
internal static class ErrorCategories
{
    public static ErrorCategory Of(ProblemDto problem) => problem.Status switch
    {
        400 => ErrorCategory.InvalidArgument,
        401 => ErrorCategory.AuthenticationError,
        403 => ErrorCategory.PermissionDenied,
        404 => ErrorCategory.ObjectNotFound,
        409 when problem.Code.EndsWith("Taken", StringComparison.Ordinal) || problem.Code.EndsWith("Exists", StringComparison.Ordinal) =>
            ErrorCategory.ResourceExists,
        409 when problem.Code.EndsWith("InProgress", StringComparison.Ordinal) || problem.Code.EndsWith("AtWork", StringComparison.Ordinal) => ErrorCategory.ResourceBusy,
        409 => ErrorCategory.InvalidOperation,
        412 or 428 => ErrorCategory.ResourceBusy,
        422 => ErrorCategory.InvalidData,
        429 => ErrorCategory.LimitsExceeded,
        502 or 503 or 504 => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.NotSpecified,
    };
}
