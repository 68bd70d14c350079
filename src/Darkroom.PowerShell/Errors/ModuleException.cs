namespace Darkroom.PowerShell.Errors;

/// <summary>Carries an error that the module itself has found.</summary>
public sealed class ModuleException(ModuleError error, string message, string remedy) : Exception(message)
{
    public ModuleError Error => error;

    /// <summary>What to do.</summary>
    public string Remedy => remedy;

    /// <summary>What it is about, where that isn't what the cmdlet was busy with.</summary>
    public object? Target { get; private init; }

    internal ModuleException About(object target) => new(error, Message, remedy) { Target = target };
}
