using Darkroom.Contracts.Access;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Access;

/// <summary>A local bearer token; only its hash is kept. A revoked one leaves its name to others.</summary>
public sealed class AccessToken : INamed
{
    public Guid Uid { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public string NameKey { get; set; } = "";
    public required Role Role { get; init; }

    /// <summary>SHA-256 of the token, in hex.</summary>
    public required string Hash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    public AccessTokenDto ToDto() => new() { Uid = Uid, Name = Name, Role = Role, CreatedAt = CreatedAt, RevokedAt = RevokedAt };
}
