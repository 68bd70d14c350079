using Amazon.Runtime;

namespace Darkroom.Aws;

/// <summary>What of the adapter is set for the whole process; real AWS needs none of it.</summary>
public sealed record AwsOptions
{
    /// <summary>Answers for every endpoint of every Region; a connection's own override goes before it.</summary>
    public Uri? EndpointOverride { get; init; }

    /// <summary>Stands for the SDK's default chain, beside the simulator.</summary>
    public AwsKeyPair? DefaultCredentials { get; init; }

    /// <summary>Whose images are listed (account ids, self, amazon); null is self, an empty list is everybody's.</summary>
    public IReadOnlyList<string>? ImageOwners { get; init; }

    /// <summary>Makes the HTTP clients of the SDK, e.g. for a proxy; null is the SDK's own.</summary>
    public HttpClientFactory? HttpClients { get; init; }
}

/// <summary>An access key. Printing it shows no secret.</summary>
public sealed record AwsKeyPair(string AccessKeyId, string SecretAccessKey)
{
    public override string ToString() => $"AwsKeyPair {{ AccessKeyId = {AccessKeyId} }}";
}
