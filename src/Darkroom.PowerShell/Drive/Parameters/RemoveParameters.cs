namespace Darkroom.PowerShell.Drive;

/// <summary>What Remove-Item takes on the drive.</summary>
public sealed class RemoveParameters : ChangeParameters;
