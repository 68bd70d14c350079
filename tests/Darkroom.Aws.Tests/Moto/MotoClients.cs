using Amazon.Runtime;

namespace Darkroom.Aws.Tests.Moto;

/// <summary>
/// Takes the tag specifications of snapshots out of CreateImage, which moto answers with a 500 (NotImplementedError).
/// It checks no signature, so the changed body is taken.
/// </summary>
internal sealed class MotoClients : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new WithoutSnapshotTags { InnerHandler = new SocketsHttpHandler() });

    private sealed class WithoutSnapshotTags : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            if (body.StartsWith("Action=CreateImage&", StringComparison.Ordinal))
            {
                var kept = body.Split('&').Where(member => !member.StartsWith("TagSpecification.2.", StringComparison.Ordinal));
                request.Content = new StringContent(string.Join('&', kept), null, "application/x-www-form-urlencoded");
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
