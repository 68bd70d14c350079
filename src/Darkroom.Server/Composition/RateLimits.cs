using System.Threading.RateLimiting;
using Darkroom.Server.Api.Common;
using Darkroom.Server.Problems;

namespace Darkroom.Server.Composition;

/// <summary>
/// Keeps one client from taking the server from the others: a token bucket a bearer token, and a smaller one an address for
/// requests without any, so that tokens can't be guessed at speed. <c>Limits:RequestsPerSecond</c> sets the first.
/// </summary>
internal static class RateLimits
{
    private const int DefaultPerSecond = 500;
    private const int AnonymousPerSecond = 50;

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var perSecond = configuration.GetValue("Limits:RequestsPerSecond", DefaultPerSecond);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.Identity is { IsAuthenticated: true, Name: { } name }
                ? Bucket("user " + name, perSecond)
                : Bucket("address " + context.Connection.RemoteIpAddress, AnonymousPerSecond));
            options.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "1";
                await ProblemWriter.WriteAsync(rejected.HttpContext, RequestErrors.TooManyRequests.With());
            };
        });
    }

    // Refilled ten times a second, so that a steady client at the limit is let through evenly.
    private static RateLimitPartition<string> Bucket(string key, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perSecond * 2,
        TokensPerPeriod = Math.Max(1, perSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
        QueueLimit = 0,
        AutoReplenishment = true,
    });
}
