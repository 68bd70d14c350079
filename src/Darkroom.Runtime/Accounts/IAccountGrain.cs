using Darkroom.Core.Clouds;
using Orleans.Concurrency;

namespace Darkroom.Runtime.Accounts;

/// <summary>One account in one Region, keyed <c>{account}/{Region}</c>.</summary>
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>Takes a token of an API's bucket; the result is the time to wait before using it.</summary>
    [AlwaysInterleave]
    Task<TimeSpan> Draw(string api);

    /// <summary>An API's bucket holds nothing: the platform refused a call for its rate. The result is what is left, negative while callers wait.</summary>
    [AlwaysInterleave]
    Task<double> Empty(string api);

    /// <summary>The latest known status of an instance, null until it was seen; watches it for a while.</summary>
    [AlwaysInterleave]
    Task<WatchedInstance?> Watch(Guid connectionUid, string instanceId);
}

/// <summary>An instance's status as it crosses between silos.</summary>
[GenerateSerializer]
[Immutable]
public sealed record WatchedInstance([property: Id(0)] string InstanceId, [property: Id(1)] InstanceState State, [property: Id(2)] string Reason)
{
    internal static WatchedInstance Of(InstanceStatus status) => new(status.InstanceId, status.State, status.Reason);

    internal InstanceStatus ToStatus() => new(InstanceId, State, Reason);
}
