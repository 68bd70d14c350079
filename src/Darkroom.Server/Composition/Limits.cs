namespace Darkroom.Server.Composition;

/// <summary>How much of anything one request may bring.</summary>
internal static class Limits
{
    public const int MaxBodyBytes = 1_000_000;
    public const int MaxJsonDepth = 32;
}
