using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>An error that the module itself finds, before or instead of the server's.</summary>
/// <param name="Code">Stable; the beginning of the record's FullyQualifiedErrorId.</param>
/// <param name="Category">What PowerShell files it under.</param>
/// <param name="Message">What happened; <c>{0}</c> and on stand for what it is about.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ModuleError(string Code, ErrorCategory Category, string Message, string Remedy)
{
    /// <summary>The error with what it is about.</summary>
    public ModuleException With(params object?[] about) => new(
        this,
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Message, about),
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Remedy, about));
}
