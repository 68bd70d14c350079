using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Crash;

/// <summary><c>serve --simulate</c>, whose cloud dies with it: what is in the data folder brings both back.</summary>
[Trait("Suite", "full")]
public sealed class SimulatedAccountTests
{
    private static readonly string[] Cloud = ["--simulate", "--clock-scale", "60"];
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preparation_goes_on_in_the_same_simulated_account_after_a_kill()
    {
        using var folder = new TestFolder();
        Guid operation;
        using (var first = await ServerProcess.StartAsync(ServerProcess.Real, folder.Data.Path, Cloud))
        {
            await DemoScene.HostingUnitAsync(first.Client, Ct);
            var master = await DemoScene.MasterSpecAsync(first.Client, "office", Ct);
            operation = (await first.Client.ImageVersionSpecs.PrepareAsync(
                master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct)).OperationId;
            await Poll.UntilAsync(
                () => first.Client.Operations.GetAsync(operation, Ct), op => op.Steps.Any(step => step is { Name: "AwaitGuest", State: StepState.Running }));
            await first.KillAsync();
        }

        using var second = await ServerProcess.StartAsync(ServerProcess.Real, folder.Data.Path, Cloud);
        var ended = await Poll.UntilAsync(() => second.Client.Operations.GetAsync(operation, Ct), op => op.FinishedAt is not null);

        ended.State.Should().Be(OperationState.Succeeded, ended.Error?.Message);
        ended.Attempt.Should().Be(1);
        ended.FinishedAt.Should().BeAfter(ended.CreatedAt);
    }

    [Fact]
    public async Task A_history_that_cannot_be_read_is_told_with_what_to_do()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder.Data.SimulatedAwsFile, "no history\n", Ct);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(ServerProcess.Real, folder.Data.Path, Cloud));

        refused.Message.Should().Contain("can't be brought back").And.Contain($"Move {folder.Data.SimulatedAwsFile} away");
    }
}
