using Darkroom.Contracts.Hosting;

namespace Darkroom.Core.Clouds;

/// <summary>How to reach one account and Region. Printing it shows no secret.</summary>
/// <param name="ConnectionUid">All zero while a connection is being tried before it is saved.</param>
/// <param name="AccountId">Empty until <see cref="ICloud.IdentifyAsync"/> told it.</param>
public sealed record CloudAccess(
    Guid ConnectionUid, string ConnectionName, string AccountId, string Region, Uri? EndpointOverride, CloudCredentials Credentials)
{
    public AccountKey Account => new(AccountId, Region);

    /// <summary>
    /// Awaited right before each single call to the cloud, after the wait for its rate limit; what it throws is thrown
    /// unchanged and the call isn't made. An operation's fence goes here: a call may have waited a minute for its turn.
    /// </summary>
    public Func<CancellationToken, Task>? BeforeCall { get; init; }

    /// <summary>Told of each single call to the cloud once it is over; from any thread, and of several calls at once.</summary>
    public Action<CloudCall>? AfterCall { get; init; }

    /// <summary>The same access, of whose calls somebody else is told as well.</summary>
    public CloudAccess Telling(Action<CloudCall> also) => this with { AfterCall = AfterCall + also };

    public override string ToString() => $"CloudAccess {{ ConnectionName = {ConnectionName}, Account = {Account}, EndpointOverride = {EndpointOverride} }}";
}

/// <summary>Credentials, opened for one call.</summary>
public sealed record CloudCredentials(CredentialKind Kind, string? RoleArn = null, string? AccessKeyId = null, string? SecretAccessKey = null)
{
    public override string ToString() => $"CloudCredentials {{ Kind = {Kind} }}";
}

/// <summary>An account in a Region: what rate limits, inventory and images belong to.</summary>
public readonly record struct AccountKey(string AccountId, string Region)
{
    public override string ToString() => $"{AccountId}/{Region}";

    public static AccountKey Parse(string text) => text.Split('/') is [var account, var region]
        ? new(account, region)
        : throw new FormatException($"'{text}' is no account and Region.");
}

/// <summary>Who the credentials are.</summary>
public sealed record CloudIdentity(string AccountId, string PrincipalArn);
