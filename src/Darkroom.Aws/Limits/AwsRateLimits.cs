using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Limits;

/// <summary>
/// AWS's published defaults by account and Region (the EC2 API's "request throttling" page). Every listing here
/// filters or pages, so the smaller bucket of bare listings never applies. Accounts whose limits were raised gain
/// nothing by them yet.
/// </summary>
internal sealed class AwsRateLimits : IRateLimits
{
    private static readonly RateLimit Reading = new(100, 20);
    private static readonly RateLimit Changing = new(50, 5);
    private static readonly RateLimit LargerChanging = new(100, 5);

    private static readonly Dictionary<string, RateLimit> Own = new()
    {
        [AwsActions.RunInstances] = new(5, 2),
        [AwsActions.CreateTags] = new(100, 10),
        [AwsActions.TerminateInstances] = LargerChanging,
        [AwsActions.DeleteSnapshot] = LargerChanging,
        [AwsActions.DeregisterImage] = LargerChanging,
        [AwsActions.ModifyImageAttribute] = LargerChanging,
        [AwsActions.DeleteVolume] = LargerChanging,
        [AwsActions.DeleteNetworkInterface] = LargerChanging,
    };

    public RateLimit For(string api) => Own.TryGetValue(api, out var limit) ? limit : IsReading(api) ? Reading : Changing;

    private static bool IsReading(string api)
    {
        var name = api.AsSpan(api.IndexOf(':') + 1);
        return name.StartsWith("Describe") || name.StartsWith("Get") || name.StartsWith("List") || name.StartsWith("Search");
    }
}
