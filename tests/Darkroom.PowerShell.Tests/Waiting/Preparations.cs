using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Waiting;

/// <summary>Preparations in the demo scene, by cmdlet.</summary>
internal static class Preparations
{
    /// <summary>A master image whose guest says nothing.</summary>
    public const string SilentMaster = "win10-silent-ami (ami-0a5113000000000a3).template";

    /// <summary>Prepares the master spec that is its first argument.</summary>
    public const string Script =
        @"New-ProvImageVersionSpec -SourceImageVersionSpecUid $args[0] -MachineProfile 'XDHyp:\HostingUnits\demo\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion' ";

    /// <summary>A master spec of a definition of its own.</summary>
    public static async Task<Guid> MasterAsync(DarkroomServer server, string master = DemoScene.GoodMaster) =>
        (await DemoScene.MasterSpecAsync(server.Administrator, $"image {Guid.NewGuid():N}", TestContext.Current.CancellationToken, master)).ImageVersionSpecUid;

    /// <summary>The id of the only task that gets ahead; what an earlier test has left held may be taken back beside it.</summary>
    public static async Task<Guid> AtWorkAsync(DarkroomServer server) =>
        (await server.Reader.Operations.ListAsync(active: true, ct: TestContext.Current.CancellationToken)).Items
            .Should().ContainSingle(operation => operation.State == OperationState.Running).Subject.OperationId;

    /// <summary>Begins a preparation and waits until it is seen at work.</summary>
    public static async Task<RunningScript> BeginAsync(DarkroomServer server, PowerShellHost host)
    {
        var script = host.Begin(Script, await MasterAsync(server));
        await script.ProgressAsync(record => record.StatusDescription.StartsWith("StartPreparationInstance", StringComparison.Ordinal));
        return script;
    }
}
