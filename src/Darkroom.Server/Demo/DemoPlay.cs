using Darkroom.Client;
using Darkroom.Server.Composition;

namespace Darkroom.Server.Demo;

/// <summary>The play, act after act: every line of it goes over REST, as an administrator's would.</summary>
internal sealed class DemoPlay(RunningServer server, ServerSettings settings, DemoStage stage)
{
    /// <summary>Plays all acts; false when something was not as it should be.</summary>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        using var client = new DarkroomClient(new Uri(server.Endpoint.Url), server.Endpoint.Token);
        var demo = new Demonstration(client, server.Simulator!, stage);
        stage.Open(server.Endpoint.Url, settings.Data.Path, $"{Demonstration.Account}, {demo.Simulator.BaseUri}");
        var before = AccountListing.Of(demo.Simulator);
        try
        {
            await ConnectingActs.ConnectAsync(demo, ct);
            await ConnectingActs.DescribeAsync(demo, ct);
            await PreparingActs.PrepareAsync(demo, ct);
            await PreparingActs.RetryAfterCapacityAsync(demo, ct);
            await PreparingActs.RefuseOldAgentAsync(demo, ct);
            await ComparingActs.AfterPreparationsAsync(demo, before, ct);
            await SharingActs.ShareAsync(demo, ct);
            await SharingActs.RefuseAsync(demo, ct);
            await RemovingActs.RefuseAsync(demo, ct);
            await RemovingActs.RemoveAsync(demo, ct);
            await ComparingActs.AtTheEndAsync(demo, before, ct);
            return true;
        }
        catch (DemoFailedException e)
        {
            stage.Bad(e.Message);
            return false;
        }
    }
}
