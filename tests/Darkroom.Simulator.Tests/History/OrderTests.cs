using Amazon.EC2;

namespace Darkroom.Simulator.Tests.History;

/// <summary>A call and what happens by itself come in the same order when the history is done again.</summary>
public sealed class OrderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("darkroom-history-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>However long the clock is looked at between two things, one of these times falls between them.</summary>
    [Fact]
    public async Task What_a_call_has_just_seen_it_sees_again()
    {
        for (var hidden = 20; hidden < 30; hidden++)
        {
            var history = Path.Combine(_folder, $"{hidden}.jsonl");
            string instance;
            await using (var cloud = await StartAsync(history, hidden))
            {
                instance = (await cloud.RunAsync(SimulatedCloud.Launch())).InstanceId;
                await TagAsSoonAsItIsSeenAsync(cloud, instance);
            }

            await using var again = await StartAsync(history, hidden);
            again.Resources().Single(resource => resource.Id == instance).Tags.Should().ContainKey("seen", "it was out of sight for {0} seconds", hidden);
        }
    }

    private static async Task TagAsSoonAsItIsSeenAsync(SimulatedCloud cloud, string instance)
    {
        while (true)
        {
            try
            {
                List<string> resources = [SimulatedCloud.Windows10, SimulatedCloud.Linux, SimulatedCloud.SubnetA, SimulatedCloud.SubnetB, SimulatedCloud.SubnetC, SimulatedCloud.Vpc, instance];
                await cloud.Ec2.CreateTagsAsync(new() { Resources = resources, Tags = [new("seen", "yes")] }, SimulatedCloud.Cancel);
                return;
            }
            catch (AmazonEC2Exception e) when (e.ErrorCode.EndsWith("NotFound", StringComparison.Ordinal))
            {
            }
        }
    }

    private static Task<SimulatedCloud> StartAsync(string history, int hidden) => SimulatedCloud.StartAsync(options => options with
    {
        HistoryPath = history,
        ClockPaused = false,
        RealTime = new TickingTime(),
        Timings = timings => timings with { ConsistencySeconds = hidden },
    });
}
