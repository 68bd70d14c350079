using Darkroom.Client.Http;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Operations;

/// <summary>Durable operations: look at them, follow them, steer them.</summary>
public sealed class OperationsClient(ApiConnection api)
{
    /// <param name="state">Only those in this state.</param>
    /// <param name="kind">Only those of this kind, e.g. <c>PrepareImage</c>.</param>
    /// <param name="subject">Only those on this object.</param>
    /// <param name="taskType">Only those whose task is of this type, e.g. <c>NewProvImageVersionSpec</c>.</param>
    /// <param name="active">True: only those still at work. False: only those that have ended or are held.</param>
    /// <param name="ended">True: only those that have ended. False: only those that haven't, the held ones among them.</param>
    public Task<Page<OperationDto>> ListAsync(
        OperationState? state = null, string? kind = null, Guid? subject = null, string? sort = null, int? pageSize = null, string? pageToken = null,
        string? taskType = null, bool? active = null, bool? ended = null, CancellationToken ct = default) =>
        api.GetAsync<Page<OperationDto>>(
            ApiConnection.Query(
                "operations", ("state", state), ("kind", kind), ("subject", subject), ("taskType", taskType), ("active", active), ("ended", ended),
                ("sort", sort), ("pageSize", pageSize), ("pageToken", pageToken)),
            ct);

    public Task<OperationDto> GetAsync(Guid id, CancellationToken ct = default) => api.GetAsync<OperationDto>(PathOf(id), ct);

    /// <summary>Removes the record of an operation that has ended.</summary>
    public Task RemoveAsync(Guid id, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, PathOf(id), null, context, ct);

    public Task<OperationDto> RetryAsync(Guid id, RetryOperationRequest? request = null, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<OperationDto>(HttpMethod.Post, PathOf(id, "retry"), request ?? new RetryOperationRequest(), context, ct);

    public Task<OperationDto> CancelAsync(Guid id, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<OperationDto>(HttpMethod.Post, PathOf(id, "cancel"), null, context, ct);

    public Task<OperationDto> DiscardAsync(Guid id, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<OperationDto>(HttpMethod.Post, PathOf(id, "discard"), null, context, ct);

    public Task<OperationDto> HoldAsync(Guid id, HoldOperationRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<OperationDto>(HttpMethod.Post, PathOf(id, "hold"), request, context, ct);

    /// <summary>Sets each name with a value and removes each with null; the others stay as they are.</summary>
    public Task<OperationDto> UpdateMetadataAsync(
        Guid id, IReadOnlyDictionary<string, string?> metadata, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<OperationDto>(HttpMethod.Patch, PathOf(id, "metadata"), new UpdateOperationMetadataRequest { Metadata = metadata }, context, ct);

    /// <summary>What a preparation instance has printed.</summary>
    public Task<OperationConsoleDto> GetConsoleAsync(Guid id, CancellationToken ct = default) => api.GetAsync<OperationConsoleDto>(PathOf(id, "console"), ct);

    /// <summary>The calls to the cloud that an operation made, the newest first unless sorted otherwise.</summary>
    public Task<Page<OperationCloudCallDto>> ListCloudCallsAsync(
        Guid id, string? sort = null, int? pageSize = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<OperationCloudCallDto>>(
            ApiConnection.Query(PathOf(id, "cloud-calls"), ("sort", sort), ("pageSize", pageSize), ("pageToken", pageToken)), ct);

    /// <summary>
    /// The operation's log from an event on, then each event as it comes, until the operation is ended or held. A broken
    /// connection is taken up again after the last event seen, for as long as the caller waits: a server that is started anew, busy or away for a while
    /// costs no event.
    /// </summary>
    /// <param name="after">Sequence of the last event already known; 0 for all.</param>
    public IAsyncEnumerable<OperationEventDto> FollowAsync(Guid id, long after = 0, CancellationToken ct = default) =>
        new OperationEventStream(api, PathOf(id, "events")).ReadAsync(after, ct);

    private static string PathOf(Guid id, params string[] rest) => ApiConnection.Path(["operations", id.ToString(), .. rest]);
}
