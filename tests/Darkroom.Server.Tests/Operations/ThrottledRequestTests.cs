using Darkroom.Contracts.Images;
using Darkroom.Simulator.Control;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Operations;

/// <summary>A cloud that refuses a read for its rate while somebody waits for the answer.</summary>
public sealed class ThrottledRequestTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preparation_is_accepted_though_the_machine_profile_was_refused_for_the_rate_at_first()
    {
        await using var server = await DarkroomServer.StartAsync();
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "office", Ct);
        server.Simulator.Faults.Add(
            new Fault("DescribeLaunchTemplateVersions", FaultEffect.ErrorBefore, Skip: 1, Count: 1, ErrorCode: "RequestLimitExceeded", ErrorStatus: 503));
        server.Simulator.Faults.Add(
            new Fault("DescribeLaunchTemplateVersions", FaultEffect.ErrorBefore, Count: 1, ErrorCode: "RequestLimitExceeded", ErrorStatus: 503));

        var started = await server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct);

        started.OperationId.Should().NotBeEmpty();
        server.Simulator.Journal.Read().Count(call => call.Outcome == "RequestLimitExceeded").Should().Be(2);
    }
}
