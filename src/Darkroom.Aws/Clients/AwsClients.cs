using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Amazon;
using Amazon.EC2;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;
using Darkroom.Contracts.Hosting;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Clients;

/// <summary>The SDK's clients, one per service, Region, endpoint and credentials.</summary>
internal sealed class AwsClients(AwsOptions options)
{
    // Connections are few; trying many keys must not grow the process, and starting over costs one handshake each.
    private const int MostClients = 512;

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<ClientKey, Lazy<object>> clients = new();

    public IAmazonEC2 Ec2(CloudAccess access) => Get<IAmazonEC2>("ec2", access, () =>
    {
        var config = Configure(new AmazonEC2Config(), access);
        return Credentials(access) is { } credentials ? new AmazonEC2Client(credentials, config) : new AmazonEC2Client(config);
    });

    public IAmazonKeyManagementService Kms(CloudAccess access) => Get<IAmazonKeyManagementService>("kms", access, () =>
    {
        var config = Configure(new AmazonKeyManagementServiceConfig(), access);
        return Credentials(access) is { } credentials
            ? new AmazonKeyManagementServiceClient(credentials, config)
            : new AmazonKeyManagementServiceClient(config);
    });

    public IAmazonSecurityTokenService Sts(CloudAccess access) =>
        Get<IAmazonSecurityTokenService>("sts", access, () => NewSts(Credentials(access), access));

    public IamClient Iam(CloudAccess access) => Get(
        "iam", access, () => new IamClient(Posts(access, IamClient.Service, IamClient.GlobalEndpoint, IamClient.GlobalRegion)));

    public ServiceQuotasClient ServiceQuotas(CloudAccess access) => Get("servicequotas", access, () => new ServiceQuotasClient(Posts(
        access,
        ServiceQuotasClient.Service,
        ServiceQuotasClient.EndpointOf(access.Region, RegionEndpoint.GetBySystemName(access.Region).PartitionDnsSuffix),
        access.Region)));

    private SignedPosts Posts(CloudAccess access, string service, Uri ownEndpoint, string ownRegion)
    {
        // For its credentials, time and connection; the endpoint is the service's own.
        var config = Configure(new AmazonSecurityTokenServiceConfig(), access);
        var given = Endpoint(access);
        var endpoint = given ?? ownEndpoint;
        return new SignedPosts(
            options.HttpClients?.CreateHttpClient(config) ?? new HttpClient { Timeout = CallTimeout },
            endpoint,
            given is null ? ownRegion : access.Region,
            service,
            () => (Credentials(access) ?? DefaultAWSCredentialsIdentityResolver.GetCredentials(config)).GetCredentialsAsync(),
            () => CorrectClockSkew.GetCorrectedUtcNowForEndpoint(endpoint.AbsoluteUri));
    }

    private AmazonSecurityTokenServiceClient NewSts(AWSCredentials? credentials, CloudAccess access)
    {
        var config = Configure(new AmazonSecurityTokenServiceConfig(), access);
        return credentials is null ? new AmazonSecurityTokenServiceClient(config) : new AmazonSecurityTokenServiceClient(credentials, config);
    }

    /// <summary>Null is the SDK's default chain, which a client without credentials asks at its first call.</summary>
    private AWSCredentials? Credentials(CloudAccess access) => access.Credentials switch
    {
        { Kind: CredentialKind.AccessKey, AccessKeyId: { } id, SecretAccessKey: { } secret } => new BasicAWSCredentials(id, secret),
        // Kept like a client, so that EC2 and KMS share one session of the role.
        { Kind: CredentialKind.RoleArn, RoleArn: { } role } => Get("role", access, () => new AssumedRoleCredentials(NewSts(Default(), access), role)),
        _ => Default(),
    };

    private BasicAWSCredentials? Default() =>
        options.DefaultCredentials is { } keys ? new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey) : null;

    private TConfig Configure<TConfig>(TConfig config, CloudAccess access) where TConfig : ClientConfig
    {
        // One layer retries, and it is ours: the SDK would repeat a launch into a zone without capacity.
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.Timeout = CallTimeout;
        config.AuthenticationRegion = access.Region;
        if (options.HttpClients is { } httpClients)
        {
            config.HttpClientFactory = httpClients;
        }

        if (Endpoint(access) is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(access.Region);
        }

        return config;
    }

    private Uri? Endpoint(CloudAccess access) => access.EndpointOverride ?? options.EndpointOverride;

    private T Get<T>(string service, CloudAccess access, Func<T> make) where T : class
    {
        if (clients.Count >= MostClients)
        {
            clients.Clear();
        }

        return (T)clients.GetOrAdd(KeyOf(service, access), _ => new Lazy<object>(make)).Value;
    }

    private ClientKey KeyOf(string service, CloudAccess access) => new(
        service,
        access.Region,
        Endpoint(access)?.AbsoluteUri,
        access.Credentials.Kind,
        access.Credentials.RoleArn,
        access.Credentials.AccessKeyId,
        access.Credentials.SecretAccessKey is { } secret ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret))) : null);

    private sealed record ClientKey(
        string Service, string Region, string? Endpoint, CredentialKind Kind, string? RoleArn, string? AccessKeyId, string? SecretHash);
}
