using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2;

/// <summary>EC2's published default rate limits ("Throttling" in the EC2 API's developer guide): each call has its own bucket, an account and Region.</summary>
internal static class RateLimits
{
    private static readonly BucketSize Reading = new(100, 20);
    private static readonly BucketSize ReadingEverything = new(50, 10);
    private static readonly BucketSize Changing = new(50, 5);

    /// <summary>Lists that are dearer when they ask for everything at once.</summary>
    private static readonly HashSet<string> DearUnfiltered =
        ["DescribeInstances", "DescribeInstanceStatus", "DescribeNetworkInterfaces", "DescribeSecurityGroups", "DescribeSnapshots", "DescribeVolumes"];

    private static readonly Dictionary<string, BucketSize> Own = new()
    {
        ["RunInstances"] = new(5, 2),
        ["StartInstances"] = new(5, 2),
        ["TerminateInstances"] = new(100, 5),
        ["DeleteSnapshot"] = new(100, 5),
        ["DeleteVolume"] = new(100, 5),
        ["DeleteNetworkInterface"] = new(100, 5),
        ["DeregisterImage"] = new(100, 5),
        ["ModifyImageAttribute"] = new(100, 5),
        ["CreateTags"] = new(100, 10),
        ["DeleteTags"] = new(100, 10),
        ["CreateLaunchTemplateVersion"] = new(100, 5),
    };

    /// <summary>Buckets whose tokens are the instances of a request.</summary>
    private static readonly Dictionary<string, BucketSize> ByInstances = new()
    {
        ["RunInstances"] = new(1000, 2),
        ["StartInstances"] = new(1000, 2),
        ["TerminateInstances"] = new(1000, 20),
        ["StopInstances"] = new(1000, 20),
    };

    /// <exception cref="AwsException">RequestLimitExceeded: a bucket is empty.</exception>
    public static void Spend(AwsCall call)
    {
        var (bucket, size) = BucketOf(call);
        Take(call, bucket, size, 1);
        if (ByInstances.TryGetValue(call.Action, out var instances))
            Take(call, call.Action + ":instances", instances, call.Parameters.Number("MaxCount") ?? call.Parameters.Items("InstanceId").Count);
    }

    private static (string Bucket, BucketSize Size) BucketOf(AwsCall call)
    {
        if (Own.TryGetValue(call.Action, out var own))
            return (call.Action, own);
        if (!Ec2Operation.OnlyReads(call.Action))
            return (call.Action, Changing);
        var everything = DearUnfiltered.Contains(call.Action)
            && call.Parameters.Text("MaxResults") is null && call.Parameters.Items("Filter").Count == 0 && !NamesIds(call);
        return everything ? (call.Action + ":everything", ReadingEverything) : (call.Action, Reading);
    }

    private static bool NamesIds(AwsCall call) =>
        call.Parameters.Children.Any(child => child.Value.IsList && child.Key.EndsWith("Id", StringComparison.Ordinal));

    private static void Take(AwsCall call, string bucket, BucketSize size, int tokens)
    {
        if (!call.Simulation.Throttle.TryTake($"{call.Principal.AccountId}/{call.RegionName}/{bucket}", size, tokens))
            throw new AwsException("RequestLimitExceeded", "Request limit exceeded.", 503);
    }
}
