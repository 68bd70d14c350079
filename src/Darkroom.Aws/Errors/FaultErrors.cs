using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>AWS or the way to it is in trouble. Argument 0 is the action.</summary>
[ErrorCatalogue]
public static class FaultErrors
{
    public static readonly ErrorDefinition Throttled = new(
        "ThrottledByCloud", 503, "AWS throttled {0}.",
        "It is tried again by itself. If it stays, somebody else uses up the account's request rate, or the rate needs raising.");

    public static readonly ErrorDefinition ConcurrentTagChange = new(
        "CloudTagsBusy", 503, "Somebody else changes tags of the same resource at the same moment.", "It is tried again by itself.");

    public static readonly ErrorDefinition Fault = new(
        "CloudFault", 502, "AWS failed at {0}.", "It is tried again by itself; if it stays, look at the AWS health dashboard.");

    public static readonly ErrorDefinition Unavailable = new(
        "CloudUnavailable", 503, "AWS can't answer {0} at the moment.", "It is tried again by itself; if it stays, look at the AWS health dashboard.");

    public static readonly ErrorDefinition Unreachable = new(
        "CloudUnreachable", 503, "AWS can't be reached for {0}.",
        "Check the Region's name, the endpoint override and the way to it: DNS, proxy, firewall.");

    public static readonly ErrorDefinition TimedOut = new(
        "CloudTimedOut", 503, "AWS didn't answer {0} within 30 seconds.", "It is tried again by itself; if it stays, check the way to AWS.");

    public static readonly ErrorDefinition AnswerUnreadable = new(
        "CloudAnswerUnreadable", 502, "The answer to {0} can't be read; what it asked for may have been done.",
        "It is tried again by itself; if it stays, check what lies between this server and AWS: a proxy, or the endpoint override.");

    public static readonly ErrorDefinition CallFailed = new(
        "CloudCallFailed", 502, "{0} failed with {1}.", "Its cause has AWS's own words; correct what they name and try again.");
}
