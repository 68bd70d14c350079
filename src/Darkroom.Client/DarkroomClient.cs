using System.Net.Http.Headers;
using Darkroom.Client.Access;
using Darkroom.Client.Hosting;
using Darkroom.Client.Http;
using Darkroom.Client.Images;
using Darkroom.Client.Operations;
using Darkroom.Client.ServiceConfiguration;

namespace Darkroom.Client;

/// <summary>Darkroom's REST API, typed. Its members are the API's nouns.</summary>
public sealed class DarkroomClient : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Takes an HTTP client whose base address is the server's and which sends the token; disposes it.</summary>
    public DarkroomClient(HttpClient http)
    {
        _http = http;
        var api = new ApiConnection(http);
        Tokens = new TokensClient(api);
        SignInLinks = new SignInLinksClient(http, api);
        Connections = new ConnectionsClient(api);
        BrokerConnections = new BrokerConnectionsClient(api);
        Zones = new ZonesClient(api);
        HostingUnits = new HostingUnitsClient(api);
        ImageDefinitions = new ImageDefinitionsClient(api);
        ImageVersions = new ImageVersionsClient(api);
        ImageVersionSpecs = new ImageVersionSpecsClient(api);
        ImageShares = new ImageSharesClient(api);
        PendingImageDeletions = new PendingImageDeletionsClient(api);
        Operations = new OperationsClient(api);
        Sweeps = new SweepsClient(api);
        ServiceConfiguration = new ServiceConfigurationClient(api);
    }

    public DarkroomClient(Uri server, string token) : this(MakeHttp(server, token))
    {
    }

    public TokensClient Tokens { get; }

    public SignInLinksClient SignInLinks { get; }

    public ConnectionsClient Connections { get; }

    public BrokerConnectionsClient BrokerConnections { get; }

    public ZonesClient Zones { get; }

    public HostingUnitsClient HostingUnits { get; }

    public ImageDefinitionsClient ImageDefinitions { get; }

    public ImageVersionsClient ImageVersions { get; }

    public ImageVersionSpecsClient ImageVersionSpecs { get; }

    public ImageSharesClient ImageShares { get; }

    public PendingImageDeletionsClient PendingImageDeletions { get; }

    public OperationsClient Operations { get; }

    public SweepsClient Sweeps { get; }

    public ServiceConfigurationClient ServiceConfiguration { get; }

    /// <summary>
    /// Finds the server: <c>DARKROOM_URL</c> and <c>DARKROOM_TOKEN</c>, and for what they don't say the endpoint file of this machine's data folder.
    /// </summary>
    /// <exception cref="ServerNotFoundException">Neither tells address and token, or the address is malformed.</exception>
    public static DarkroomClient Discover(string? dataFolder = null)
    {
        var folder = dataFolder ?? DataFolders.Default;
        var local = LocalEndpoint.Read(folder);
        var given = Environment.GetEnvironmentVariable("DARKROOM_URL");
        if (given is not null && AddressIn(given) is null)
        {
            throw ServerNotFoundException.Malformed(given);
        }

        var token = Environment.GetEnvironmentVariable("DARKROOM_TOKEN") ?? local?.Token;
        return token is not null && AddressIn(given ?? local?.Url) is { } server ? new DarkroomClient(server, token) : throw ServerNotFoundException.Nowhere(folder);
    }

    public void Dispose() => _http.Dispose();

    private static Uri? AddressIn(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static HttpClient MakeHttp(Uri server, string token)
    {
        var http = new HttpClient { BaseAddress = server.AbsoluteUri.EndsWith('/') ? server : new Uri(server.AbsoluteUri + "/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
