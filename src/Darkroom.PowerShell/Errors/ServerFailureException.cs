using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>
/// Ends a command on the drive with the error record that it carries. The engine wraps what a provider throws, and the record it then makes is this one; of
/// any other exception, and of what ThrowTerminatingError was given, it keeps the message alone.
/// </summary>
public sealed class ServerFailureException(ErrorRecord record) : Exception(Checked(record).Exception.Message, record.Exception), IContainsErrorRecord
{
    public ErrorRecord ErrorRecord => record;

    /// <summary>
    /// The same record about this exception, for being written: where the engine throws what was written to it, it makes the record anew out of the exception.
    /// </summary>
    public ErrorRecord ToBeWritten => new(this, record.FullyQualifiedErrorId, record.CategoryInfo.Category, record.TargetObject) { ErrorDetails = record.ErrorDetails };

    private static ErrorRecord Checked(ErrorRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record;
    }
}
