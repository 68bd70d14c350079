using Darkroom.Contracts.Access;

namespace Darkroom.Core.Access;

/// <summary>A local bearer token; only its hash is kept.</summary>
public sealed class AccessToken
{
    public Guid Uid { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public required Role Role { get; init; }

    /// <summary>SHA-256 of the token, in hex.</summary>
    public required string Hash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    public AccessTokenDto ToDto() => new() { Uid = Uid, Name = Name, Role = Role, CreatedAt = CreatedAt, RevokedAt = RevokedAt };
}
