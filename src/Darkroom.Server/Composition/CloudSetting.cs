using System.Text.Json;
using Darkroom.Aws;
using Darkroom.Core.Time;
using Darkroom.Simulator;

namespace Darkroom.Server.Composition;

/// <summary>The AWS that a server talks to, and the time both live in.</summary>
/// <param name="ClockScale">How many times faster than real time <paramref name="Time"/> runs.</param>
internal sealed record CloudSetting(AwsOptions Aws, TimeProvider Time, double ClockScale)
{
    public static readonly CloudSetting Real = new(new AwsOptions(), TimeProvider.System, 1);

    /// <summary>A simulator in this process: every endpoint, the first principal's key for the default chain, and the simulator's time, which its history may have put forward.</summary>
    public static CloudSetting Beside(SimulatorServer simulator, double clockScale)
    {
        var principal = simulator.Principals[0];
        return new(
            Simulated(simulator.BaseUri, principal.AccessKeyId, principal.SecretAccessKey),
            clockScale == 1 ? TimeProvider.System : new ScaledTimeProvider(clockScale, simulator.Clock.UtcNow),
            clockScale);
    }

    /// <summary>A simulator that runs apart. Its clock is read once, here: a server that is started again goes on in the same time.</summary>
    /// <exception cref="StartRefusedException">It doesn't answer, or its clock stands still.</exception>
    public static async Task<CloudSetting> ApartAsync(Uri simulator, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = simulator, Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            var principals = await http.GetFromJsonAsync<List<KeyOfPrincipal>>("/_simulator/principals", ct);
            var clock = await http.GetFromJsonAsync<ClockReading>("/_simulator/clock", ct);
            if (principals is not [var principal, ..] || clock is null)
            {
                throw Refused(simulator, "its world has no principals");
            }

            return clock.Paused
                ? throw Refused(simulator, "its clock is paused, and the server's would run on")
                : new(Simulated(simulator, principal.AccessKeyId, principal.SecretAccessKey), new ScaledTimeProvider(clock.Scale, clock.Now), clock.Scale);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw Refused(simulator, e.Message, e);
        }
    }

    private static AwsOptions Simulated(Uri endpoint, string accessKeyId, string secret) =>
        new() { EndpointOverride = endpoint, DefaultCredentials = new AwsKeyPair(accessKeyId, secret) };

    private static StartRefusedException Refused(Uri simulator, string why, Exception? inner = null) => new(
        $"The simulator at {simulator} can't be used: {why}.", "Start one with 'darkroom simulate', or correct --simulator.", inner);

    private sealed record KeyOfPrincipal(string AccessKeyId, string SecretAccessKey);

    private sealed record ClockReading(DateTimeOffset Now, double Scale, bool Paused);
}
