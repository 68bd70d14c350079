namespace Darkroom.Contracts.Access;

/// <summary>A link that signs a browser in to Studio, once.</summary>
public sealed record SignInLinkDto
{
    /// <summary>Below the server's address.</summary>
    public required string Path { get; init; }

    /// <summary>Whoever hasn't followed it by then needs another.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
