namespace Darkroom.PowerShell.Drive;

/// <summary>What a command takes that shows what lies below a place.</summary>
public sealed class ListingParameters : ServerParameters;
