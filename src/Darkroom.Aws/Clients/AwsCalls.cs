using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amazon.EC2;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Darkroom.Aws.Errors;
using Darkroom.Core.Clouds;
using Darkroom.Core.Time;

namespace Darkroom.Aws.Clients;

/// <summary>
/// The one way to AWS: takes a token of the account's bucket, asks the caller's check, calls, and turns whatever is thrown into a
/// <see cref="CloudException"/>.
/// </summary>
internal sealed class AwsCalls(AwsClients clients, IAccounts accounts, Clock clock)
{
    /// <summary>The name of the spans and figures of cloud calls.</summary>
    public const string Telemetry = "Darkroom.Aws";

    private static readonly ActivitySource Source = new(Telemetry);
    private static readonly Meter Meter = new(Telemetry);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("darkroom.cloud.call.duration", "s", "From a call's sending to its answer");
    private static readonly Counter<long> Throttles = Meter.CreateCounter<long>("darkroom.cloud.throttles", "{call}", "Calls that the cloud throttled");

    public Task<T> Ec2Async<T>(CloudAccess access, string action, Func<IAmazonEC2, CancellationToken, Task<T>> call, CancellationToken ct) =>
        DrawAndInvokeAsync(access, action, clients.Ec2, call, ct);

    public Task<T> KmsAsync<T>(
        CloudAccess access, string action, Func<IAmazonKeyManagementService, CancellationToken, Task<T>> call, CancellationToken ct) =>
        DrawAndInvokeAsync(access, action, clients.Kms, call, ct);

    public async Task<T> IamAsync<T>(CloudAccess access, string action, Func<IamClient, CancellationToken, Task<PostAnswer<T>>> call, CancellationToken ct) =>
        (await DrawAndInvokeAsync(access, action, clients.Iam, call, ct)).Value;

    public async Task<T> ServiceQuotasAsync<T>(
        CloudAccess access, string action, Func<ServiceQuotasClient, CancellationToken, Task<PostAnswer<T>>> call, CancellationToken ct) =>
        (await DrawAndInvokeAsync(access, action, clients.ServiceQuotas, call, ct)).Value;

    /// <summary>Draws on no budget: whose budget it would be is what it asks.</summary>
    public Task<T> IdentityAsync<T>(CloudAccess access, Func<IAmazonSecurityTokenService, CancellationToken, Task<T>> call, CancellationToken ct) =>
        InvokeAsync(access, AwsActions.GetCallerIdentity, clients.Sts, call, ct);

    /// <summary>Reads all pages of a list; each page is a call of its own.</summary>
    public async Task<List<TItem>> Ec2PagesAsync<TResponse, TItem>(
        CloudAccess access,
        string action,
        Func<IAmazonEC2, string?, CancellationToken, Task<TResponse>> call,
        Func<TResponse, (List<TItem>? Items, string? NextToken)> read,
        CancellationToken ct)
    {
        var items = new List<TItem>();
        string? next = null;
        do
        {
            var token = next;
            var page = read(await Ec2Async(access, action, (ec2, cancel) => call(ec2, token, cancel), ct));
            items.AddRange(page.Items ?? []);
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));

        return items;
    }

    private async Task<T> DrawAndInvokeAsync<TClient, T>(
        CloudAccess access, string action, Func<CloudAccess, TClient> client, Func<TClient, CancellationToken, Task<T>> call, CancellationToken ct)
    {
        await accounts.DrawAsync(access.Account, action, ct);
        try
        {
            return await InvokeAsync(access, action, client, call, ct);
        }
        catch (CloudException refused) when (refused.Error.Code == FaultErrors.Throttled.Code)
        {
            await accounts.EmptyAsync(access.Account, action, ct);
            throw;
        }
    }

    private async Task<T> InvokeAsync<TClient, T>(
        CloudAccess access, string action, Func<CloudAccess, TClient> client, Func<TClient, CancellationToken, Task<T>> call, CancellationToken ct)
    {
        if (access.BeforeCall is { } check)
        {
            await check(ct);
        }

        var began = clock.Now;
        using var span = Source.StartActivity(action, ActivityKind.Client);
        span?.SetTag("cloud.region", access.Region).SetTag("cloud.account.id", access.AccountId);
        try
        {
            var answer = await call(client(access), ct);
            Count(action, "ok", began);
            access.AfterCall?.Invoke(new CloudCall(action, began, clock.Now - began, RequestIdOf(answer), null));
            return answer;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            var error = AwsFailure.Translate(failure, action);
            Count(action, error.Error.Code, began);
            span?.SetStatus(ActivityStatusCode.Error, error.Error.Code);
            access.AfterCall?.Invoke(new CloudCall(action, began, clock.Now - began, (failure as AmazonServiceException)?.RequestId, error));
            throw error;
        }
    }

    private static string? RequestIdOf(object? answer) => answer switch
    {
        AmazonWebServiceResponse response => response.ResponseMetadata?.RequestId,
        IPostAnswer posted => posted.RequestId,
        _ => null,
    };

    private void Count(string action, string outcome, DateTimeOffset began)
    {
        Durations.Record((clock.Now - began).TotalSeconds, new("action", action), new("outcome", outcome));
        if (outcome == FaultErrors.Throttled.Code)
        {
            Throttles.Add(1, new KeyValuePair<string, object?>("action", action));
        }
    }
}
