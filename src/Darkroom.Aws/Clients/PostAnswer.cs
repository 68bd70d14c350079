namespace Darkroom.Aws.Clients;

/// <summary>An answer to a call that isn't the SDK's.</summary>
internal interface IPostAnswer
{
    /// <summary>AWS's name for the call; null where the answer has none.</summary>
    string? RequestId { get; }
}

/// <summary>What such an answer came to.</summary>
internal sealed record PostAnswer<T>(T Value, string? RequestId) : IPostAnswer
{
    public PostAnswer<TRead> Read<TRead>(Func<T, TRead> read) => new(read(Value), RequestId);
}
