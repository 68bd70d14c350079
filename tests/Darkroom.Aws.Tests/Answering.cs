using Amazon.Runtime;

namespace Darkroom.Aws.Tests;

/// <summary>An AWS that gives one answer to whatever is asked, for what neither simulator nor moto says.</summary>
internal sealed class Answering(HttpResponseMessage answer) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(answer));

    private sealed class Handler(HttpResponseMessage answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            answer.RequestMessage = request;
            return Task.FromResult(answer);
        }
    }
}
