using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Operations;

/// <summary>A cluster whose members come and go.</summary>
[Trait("Suite", "full")]
public sealed class UndeliveredCallTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_the_cluster_could_not_deliver_fails_no_step()
    {
        var calls = new EveryThirdIsLost();
        await using var server = await DarkroomServer.StartAsync(change: settings => settings with
        {
            Compose = services => services.AddSingleton<IOutgoingGrainCallFilter>(calls),
        });
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "office", Ct);

        var started = await server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct);
        var operation = await server.WaitForOperationAsync(started.OperationId);

        operation.State.Should().Be(OperationState.Succeeded, operation.Error?.Message ?? "");
        calls.Lost.Should().BePositive();
    }

    private sealed class EveryThirdIsLost : IOutgoingGrainCallFilter
    {
        private int _calls;
        private int _lost;

        public int Lost => _lost;

        public Task Invoke(IOutgoingGrainCallContext context)
        {
            if (context.InterfaceName.Contains("IAccountGrain", StringComparison.Ordinal) && Interlocked.Increment(ref _calls) % 3 == 0)
            {
                Interlocked.Increment(ref _lost);
                throw new OrleansException("No active nodes are compatible with the grain.");
            }

            return context.Invoke();
        }
    }
}
