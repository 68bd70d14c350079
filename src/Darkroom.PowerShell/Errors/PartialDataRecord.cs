using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>Beside a list whose total was asked for: how many objects there are.</summary>
public sealed class PartialDataRecord : ErrorRecord
{
    internal PartialDataRecord(int returned, int total)
        : this(CmdletErrors.PartialData.With(returned, total)) => TotalAvailableResultCount = total;

    private PartialDataRecord(ModuleException exception)
        : base(exception, exception.Error.Code, exception.Error.Category, null) =>
        ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = exception.Remedy };

    /// <summary>How many objects answer to the parameters, returned or not.</summary>
    public int TotalAvailableResultCount { get; }
}
