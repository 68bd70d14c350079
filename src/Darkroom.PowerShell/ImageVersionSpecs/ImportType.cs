namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>Whose image it is; the cmdlet reference knows one member.</summary>
public enum ImportType { Customer }
