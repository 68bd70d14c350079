using System.Globalization;
using System.Threading.RateLimiting;
using Darkroom.Server.Api.Common;
using Darkroom.Server.Problems;
using Microsoft.AspNetCore.RateLimiting;

namespace Darkroom.Server.Composition;

/// <summary>
/// Keeps one client from taking the server from the others: a token bucket a bearer token, and a smaller one an address for
/// requests without any, so that tokens can't be guessed at speed. <c>Limits:RequestsPerSecond</c> sets the first.
/// </summary>
internal static class RateLimits
{
    private const string Setting = "Limits:RequestsPerSecond";
    private const int DefaultPerSecond = 500;
    private const int MostPerSecond = 1_000_000;
    private const int AnonymousPerSecond = 50;

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var perSecond = PerSecond(configuration);

        // The container ends it with its server. The framework's own middleware is never ended, and its timers keep the whole server in memory.
        services.AddSingleton(_ => PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.Identity is { IsAuthenticated: true, Name: { } name }
            ? Bucket("user " + name, perSecond)
            : Bucket("address " + context.Connection.RemoteIpAddress, AnonymousPerSecond)));
    }

    /// <summary>Refuses what is over the limit, but for endpoints with <see cref="DisableRateLimitingAttribute"/>.</summary>
    public static void UseRateLimits(this IApplicationBuilder app) => app.Use(LimitAsync);

    private static async Task LimitAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            await next(context);
            return;
        }

        using var lease = context.RequestServices.GetRequiredService<PartitionedRateLimiter<HttpContext>>().AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? Math.Max(1, Math.Ceiling(told.TotalSeconds)) : 1;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = wait.ToString("0", CultureInfo.InvariantCulture);
        await ProblemWriter.WriteAsync(context, RequestErrors.TooManyRequests.With());
    }

    private static int PerSecond(IConfiguration configuration)
    {
        var given = configuration[Setting];
        return string.IsNullOrEmpty(given) ? DefaultPerSecond
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostPerSecond ? number
            : throw new StartRefusedException($"{Setting} is '{given}'.", $"Give a whole number from 1 to {MostPerSecond}, or leave it out for {DefaultPerSecond}.");
    }

    // Refilled ten times a second, so that a steady client at the limit is let through evenly.
    private static RateLimitPartition<string> Bucket(string key, int perSecond)
    {
        var atOnce = Math.Max(1, perSecond / 10);
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * 2,
            TokensPerPeriod = atOnce,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)atOnce / perSecond),
            QueueLimit = 0,
            AutoReplenishment = true,
        });
    }
}
