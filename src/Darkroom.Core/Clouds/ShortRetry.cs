using Darkroom.Core.Time;

namespace Darkroom.Core.Clouds;

/// <summary>Repeats a read that somebody is waiting for a few times when trying again may help; operations have their own, more patient way.</summary>
public static class ShortRetry
{
    private const int Attempts = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <exception cref="CloudException">The last failure.</exception>
    public static async Task<T> RunAsync<T>(Clock clock, Func<Task<T>> read, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await read();
            }
            catch (CloudException e) when (e.IsTransient && attempt < Attempts)
            {
                var pause = e.RetryAfter ?? FirstPause * (1 << (attempt - 1));
                await clock.Delay(pause < LongestPause ? pause : LongestPause, ct);
            }
        }
    }
}
