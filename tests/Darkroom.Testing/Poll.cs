namespace Darkroom.Testing;

/// <summary>Waits for a state of the world, not for a time to pass.</summary>
public static class Poll
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Reads until the value is as wanted, and returns it.</summary>
    /// <param name="bound">A generous bound; 60 seconds unless given.</param>
    /// <exception cref="TimeoutException">It never was; the message has the last value.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> read, Func<T, bool> wanted, TimeSpan? bound = null)
    {
        var end = DateTimeOffset.UtcNow + (bound ?? TimeSpan.FromSeconds(60));
        while (true)
        {
            var value = await read();
            if (wanted(value))
            {
                return value;
            }

            if (DateTimeOffset.UtcNow > end)
            {
                throw new TimeoutException($"Still not as wanted: {value}");
            }

            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
