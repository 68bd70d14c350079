namespace Darkroom.PowerShell.Drive;

/// <summary>What Test-Path takes on the drive.</summary>
public sealed class ExistsParameters : ServerParameters;
