namespace Darkroom.CmdletList;

/// <summary>One of PowerShell's own commands at a place of the drive, with the parameters that it takes there.</summary>
/// <param name="Place">The root, or what lies where.</param>
public sealed record ListedCommand(string Name, string Place, IReadOnlyList<ListedParameter> Parameters);
