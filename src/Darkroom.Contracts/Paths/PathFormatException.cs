namespace Darkroom.Contracts.Paths;

/// <summary>A text that was to be a path is none.</summary>
public sealed class PathFormatException(PathParseError error) : FormatException(error.Message)
{
    /// <summary>What is wrong, and where.</summary>
    public PathParseError Error { get; } = error;
}
