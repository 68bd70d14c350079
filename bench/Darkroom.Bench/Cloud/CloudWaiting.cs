using System.Text.Json;
using Darkroom.Simulator.State;

namespace Darkroom.Bench.Cloud;

/// <summary>
/// What the simulated cloud itself takes for a prepared image, from the launch of the preparation instance to the finished image, if somebody saw
/// each change in the moment it happens. No preparation can be faster.
/// </summary>
internal static class CloudWaiting
{
    private const string World = "worlds/demo.json";

    // The simulated guest takes a second to write its facts and one to begin its shutdown (the simulator's GuestRun).
    private const double FactsSeconds = 1;
    private const double ShutdownSeconds = 1;

    // EC2's published bucket of RunInstances: 5 at once, then 2 a second.
    private const double LaunchesAtOnce = 5;
    private const double LaunchesPerSecond = 2;

    /// <summary>In simulated seconds, for one preparation from the demo world's master image.</summary>
    public static double Seconds()
    {
        var timings = new Timings();
        var reported = timings.PendingSeconds + GuestSeconds(Scene.MasterImageId) + FactsSeconds;
        var stopped = reported + ShutdownSeconds + timings.StoppingSeconds;
        var posted = reported + timings.ConsoleDelaySeconds;
        return Math.Max(stopped, posted) + timings.ImageSeconds;
    }

    /// <summary>In simulated seconds, for so many preparations at once: the last launch waits for its turn.</summary>
    public static double Seconds(int preparations) => Seconds() + Math.Max(0, (preparations - LaunchesAtOnce) / LaunchesPerSecond);

    /// <summary>Boot and all preparation steps of the guest in an image.</summary>
    private static double GuestSeconds(string imageId)
    {
        using var stream = typeof(Timings).Assembly.GetManifestResourceStream(World)!;
        using var world = JsonDocument.Parse(stream);
        var guest = world.RootElement.GetProperty("accounts").EnumerateArray()
            .SelectMany(account => account.GetProperty("regions").EnumerateObject())
            .SelectMany(region => region.Value.GetProperty("images").EnumerateArray())
            .Single(image => image.GetProperty("id").GetString() == imageId)
            .GetProperty("guest");
        return guest.GetProperty("bootSeconds").GetDouble() + guest.GetProperty("stepSeconds").EnumerateObject().Sum(step => step.Value.GetDouble());
    }
}
