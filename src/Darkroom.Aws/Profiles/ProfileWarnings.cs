using System.Collections;
using Darkroom.Aws.Errors;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Profiles;

/// <summary>Collects what a machine profile has and a managed instance can't carry, each naming the property.</summary>
internal sealed class ProfileWarnings
{
    private const string OneMachine = "it belongs to one machine.";
    private const string NotTaken = "the managed instances service doesn't take it.";

    private readonly List<ProblemItemDto> warnings = [];

    public IReadOnlyList<ProblemItemDto> All => warnings;

    /// <summary>The managed instances service has no such member.</summary>
    public void NotTakenIf(bool said, string property) => AddIf(said, property, NotTaken);

    /// <summary>An address or an interface can't be given to many machines.</summary>
    public void OneMachineOnlyIf(bool said, string property) => AddIf(said, property, OneMachine);

    public void AddIf(bool said, string property, string reason)
    {
        if (said)
        {
            warnings.Add(ProfileErrors.PropertyNotCarried.With(property, reason).On(property).ToDto());
        }
    }

    /// <summary>Session tokens are required whatever the profile says; a disabled metadata service is refused.</summary>
    public ProfileMetadata? Metadata(string? tokens, int? hopLimit, string? endpoint, string? ipv6, string? tags)
    {
        if (endpoint == "disabled")
        {
            const string property = "MetadataOptions.HttpEndpoint";
            throw new CloudException(ProfileErrors.MetadataDisabled.With(property).On(property), transient: false);
        }

        if (tokens == "optional")
        {
            const string property = "MetadataOptions.HttpTokens";
            warnings.Add(ProfileErrors.TokensRequired.With(property).On(property).ToDto());
        }

        return (tokens, hopLimit, endpoint, ipv6, tags) is (null, null, null, null, null)
            ? null
            : new ProfileMetadata
            {
                HttpTokens = tokens,
                HttpPutResponseHopLimit = hopLimit,
                HttpEndpoint = endpoint,
                HttpProtocolIpv6 = ipv6,
                InstanceMetadataTags = tags,
            };
    }

    public static bool Any(ICollection? list) => list is { Count: > 0 };
}
