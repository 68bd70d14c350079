namespace Darkroom.Simulator.Iam;

/// <summary>Who makes a call: a user by its own key, or a session of a role.</summary>
internal sealed record Principal(string AccountId, string Name, string Arn, string UserId, PolicyDocument Policy);

/// <summary>A user with one access key.</summary>
internal sealed record User(Principal Principal, string AccessKeyId, string SecretAccessKey);

/// <summary>A role that may be assumed by those its trust policy names.</summary>
internal sealed record Role(string AccountId, string Name, string Arn, string RoleId, PolicyDocument Policy, TrustPolicy Trust, string TrustText, string Path,
    DateTimeOffset CreatedAt);

/// <summary>A role's session: temporary credentials.</summary>
internal sealed record Session(Principal Principal, string AccessKeyId, string SecretAccessKey, string Token, DateTimeOffset Expires);
