using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>
/// Ends a command on the drive with the error record that it carries. The engine wraps what a provider throws, and the record it then makes is this one; of
/// any other exception, and of what ThrowTerminatingError was given, it keeps the message alone.
/// </summary>
public sealed class ServerFailureException(ErrorRecord record) : Exception(Checked(record).Exception.Message, record.Exception), IContainsErrorRecord
{
    public ErrorRecord ErrorRecord => record;

    private static ErrorRecord Checked(ErrorRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record;
    }
}
