namespace Darkroom.Contracts.Access;

/// <summary>What a caller may do; each role includes the ones before it.</summary>
public enum Role { Reader, Operator, Administrator }

/// <summary>A bearer token; the token itself is shown once, when it is made.</summary>
public sealed record AccessTokenDto
{
    public required Guid Uid { get; init; }
    public required string Name { get; init; }
    public required Role Role { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while the token is good.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>Body of POST /tokens.</summary>
public sealed record CreateAccessTokenRequest
{
    /// <summary>Whom it is for; it stands in the audit as the user.</summary>
    public required string Name { get; init; }
    public required Role Role { get; init; }
}

/// <summary>Answer to POST /tokens: the only place where the token itself is ever seen.</summary>
public sealed record CreatedAccessTokenDto
{
    public required AccessTokenDto AccessToken { get; init; }

    /// <summary>Send it as <c>Authorization: Bearer …</c>.</summary>
    public required string Token { get; init; }
}
