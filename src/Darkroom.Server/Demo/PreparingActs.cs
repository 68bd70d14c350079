using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;

namespace Darkroom.Server.Demo;

/// <summary>A preparation that succeeds, one that is held and retried, and one that is refused by what its guest says.</summary>
internal static class PreparingActs
{
    private const string Unit = $@"XDHyp:\HostingUnits\{ConnectingActs.Unit}";
    private const string Profile = Unit + @"\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion";
    private const string Master = Unit + @"\win10-2411-ami (ami-00123456789abcdef).template";
    private const string OldAgent = "win10-2303-ami";

    public static async Task PrepareAsync(Demonstration demo, CancellationToken ct)
    {
        demo.Stage.Act("Prepare version 1");
        var started = await StartAsync(demo, Master, ct);
        await demo.SucceedAsync(started.OperationId, ct);
        await ShowAsync(demo, started, ct);
    }

    public static async Task RetryAfterCapacityAsync(Demonstration demo, CancellationToken ct)
    {
        demo.Stage.Act($"Prepare version 2 while {ConnectingActs.Zone} has no capacity left");
        demo.Simulator.Capacity.Set(ConnectingActs.Zone, null, 0);
        var started = await StartAsync(demo, Master, ct);
        var held = await HeldAsync(demo, started.OperationId, "InsufficientCapacity", ct);
        demo.Simulator.Capacity.Set(ConnectingActs.Zone, null, null);
        demo.Stage.Line("capacity", $"{ConnectingActs.Zone} has room again; retry");
        await demo.Client.Operations.RetryAsync(started.OperationId, ct: ct);
        await demo.SucceedAsync(started.OperationId, ct, held);
        await ShowAsync(demo, started, ct);

        string[] repeated =
        [
            .. (await demo.EventsAsync(started.OperationId, ct)).Where(e => e.Kind == "StepSucceeded").GroupBy(e => e.Step!).Where(g => g.Count() > 1).Select(g => g.Key),
        ];
        if (repeated.Length > 0)
        {
            throw new DemoFailedException($"Repeated although they were done: {string.Join(", ", repeated)}.");
        }

        demo.Stage.Good("No step that was done was repeated.");
    }

    public static async Task RefuseOldAgentAsync(Demonstration demo, CancellationToken ct)
    {
        demo.Stage.Act("Prepare version 3 from an AMI whose agent is too old");
        var templates = await demo.Client.HostingUnits.Inventory(ConnectingActs.Unit).ListAsync(ct: ct);
        var started = await StartAsync(demo, templates.Items.Single(i => i.Name.StartsWith(OldAgent, StringComparison.Ordinal)).FullPath, ct);
        var held = await HeldAsync(demo, started.OperationId, "AgentTooOld", ct);
        await demo.Client.Operations.DiscardAsync(started.OperationId, ct: ct);
        if ((await demo.FollowAsync(started.OperationId, ct, held)).State is not OperationState.Failed and var state)
        {
            throw new DemoFailedException($"What was discarded should be taken back, and is {state}.");
        }
    }

    private static async Task<PreparationStartedDto> StartAsync(Demonstration demo, string master, CancellationToken ct)
    {
        var version = await demo.Client.ImageVersions.CreateAsync(Demonstration.Definition, ct: ct);
        var spec = await demo.Client.ImageVersions.AddMasterSpecAsync(
            Demonstration.Definition, "latest", new AddMasterSpecRequest { HostingUnit = ConnectingActs.Unit, MasterImagePath = master }, ct: ct);
        demo.Stage.Line($"version {version.ImageVersionNumber}, master spec", spec.MasterImagePath);
        var started = await demo.Client.ImageVersionSpecs.PrepareAsync(spec.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = Profile }, ct: ct);
        demo.Stage.Line("machine profile", "w2022-2411, version 1");
        return started;
    }

    /// <summary>Shows a preparation to the failure that it must have; returns the last event of it.</summary>
    private static async Task<long> HeldAsync(Demonstration demo, Guid operation, string code, CancellationToken ct)
    {
        var held = await demo.FollowAsync(operation, ct);
        if (held is not { State: OperationState.Held, Error: { } error } || error.Code != code)
        {
            throw new DemoFailedException($"The preparation should be held with {code}, and is {held.State}: {held.Error?.Message}");
        }

        demo.Stage.Remedy(error.Remedy);
        return (await demo.EventsAsync(operation, ct))[^1].Sequence;
    }

    private static async Task ShowAsync(Demonstration demo, PreparationStartedDto started, CancellationToken ct)
    {
        var spec = await demo.Client.ImageVersionSpecs.GetAsync(started.ImageVersionSpecUid, ct);
        demo.Stage.Line("prepared image", $"{spec.ImageId}, {spec.DiskSize} GB, {spec.ImageScheme?.ServiceOffering}");
        demo.Stage.Line("guest", $"{spec.ImageRuntimeInfo?.OperatingSystem}, agent {spec.ImageRuntimeInfo?.AgentVersion}, {spec.ImageRuntimeInfo?.Verdict}");
        foreach (var warning in spec.Warnings)
        {
            demo.Stage.Remedy(warning.Message);
        }
    }
}
