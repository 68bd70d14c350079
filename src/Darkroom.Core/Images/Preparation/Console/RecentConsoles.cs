using Darkroom.Core.Clouds;
using Darkroom.Core.Time;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Preparation.Console;

/// <summary>
/// Consoles as they were read for those who look at them. However many look on, and however often, an instance is read every ten seconds at most, so that their
/// calls leave the account's budget to the preparations.
/// </summary>
public sealed class RecentConsoles(ICloud cloud, Clock clock)
{
    private readonly RecentReadings<(AccountKey Account, string InstanceId), string> _readings = new(clock, TimeSpan.FromSeconds(10));

    /// <exception cref="CloudException">What the cloud said.</exception>
    public Task<(string Text, DateTimeOffset At)> ReadAsync(CloudAccess access, string instanceId, CancellationToken ct) => _readings.GetAsync(
        (access.Account, instanceId),
        async () => ConsoleText.Of(await ShortRetry.RunAsync(clock, () => cloud.ReadConsoleAsync(access, instanceId, CancellationToken.None), CancellationToken.None)),
        ct);
}
