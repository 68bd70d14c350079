namespace Darkroom.PowerShell.Errors;

/// <summary>Carries an error that the module itself has found.</summary>
public sealed class ModuleException(ModuleError error, string message, string remedy) : Exception(message)
{
    public ModuleError Error => error;

    /// <summary>What to do.</summary>
    public string Remedy => remedy;
}
