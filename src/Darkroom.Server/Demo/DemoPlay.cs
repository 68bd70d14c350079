using Darkroom.Client;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Server.Composition;

namespace Darkroom.Server.Demo;

/// <summary>The play: every line of it goes over REST, as an administrator's would.</summary>
internal sealed class DemoPlay(RunningServer server, ServerSettings settings, DemoStage stage)
{
    private const string Account = "111122223333";
    private const string Zone = "us-east-1a";
    private const string Unit = @"XDHyp:\HostingUnits\wsc";
    private const string Profile = Unit + @"\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion";
    private const string Master = Unit + @"\win10-2411-ami (ami-00123456789abcdef).template";
    private const string OldAgent = "win10-2303-ami";

    /// <summary>Plays all acts; false when something was not as it should be.</summary>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        using var client = new DarkroomClient(new Uri(server.Endpoint.Url), server.Endpoint.Token);
        stage.Open(server.Endpoint.Url, settings.Data.Path, $"{Account}, {server.Simulator!.BaseUri}");
        var before = AccountListing.Of(server.Simulator, Account);
        await ConnectAsync(client, ct);
        await DescribeAsync(client, ct);
        return await PrepareAsync(client, ct)
            && await RetryAfterCapacityAsync(client, ct)
            && await RefuseOldAgentAsync(client, ct)
            && await CompareAsync(before, ct);
    }

    private async Task ConnectAsync(DarkroomClient client, CancellationToken ct)
    {
        stage.Act("Connect to the cloud");
        var connection = await client.Connections.CreateAsync(
            new CreateConnectionRequest
            {
                HypervisorConnectionName = "wsc",
                HypervisorAddress = "https://workspaces-instances.us-east-1.api.aws",
                CredentialKind = CredentialKind.RoleBasedAuth,
            },
            ct: ct);
        stage.Line("connection wsc", $"account {connection.AccountId} in {connection.Region}, as {connection.PrincipalArn}");
        const string Vpc = @"XDHyp:\Connections\wsc\Default VPC.virtualprivatecloud";
        var zone = $@"{Vpc}\{Zone}.availabilityzone";
        var subnets = await client.Connections.Inventory("wsc").ListAsync(zone, ct: ct);
        var unit = await client.HostingUnits.CreateAsync(
            new CreateHostingUnitRequest
            {
                HostingUnitName = "wsc",
                HypervisorConnection = "wsc",
                RootPath = Vpc,
                AvailabilityZonePath = zone,
                NetworkPaths = [subnets.Items[0].FullPath],
            },
            ct: ct);
        stage.Line("hosting unit wsc", $"{unit.VpcId}, {unit.AvailabilityZone}, {unit.Subnets[0].SubnetId} ({unit.Subnets[0].CidrBlock})");
    }

    private async Task DescribeAsync(DarkroomClient client, CancellationToken ct)
    {
        stage.Act("Describe the image");
        await client.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = "image1", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: ct);
        await client.ImageDefinitions.AddConnectionAsync("image1", "wsc", ct: ct);
        stage.Line("image definition image1", "Windows, MultiSession, on connection wsc");
    }

    private async Task<bool> PrepareAsync(DarkroomClient client, CancellationToken ct)
    {
        stage.Act("Prepare version 1");
        var started = await StartAsync(client, Master, ct);
        var ended = await FollowAsync(client, started.OperationId, ct);
        return await ShowPreparedAsync(client, started, ended, ct);
    }

    private async Task<bool> RetryAfterCapacityAsync(DarkroomClient client, CancellationToken ct)
    {
        stage.Act($"Prepare version 2 while {Zone} has no capacity left");
        server.Simulator!.Capacity.Set(Zone, null, 0);
        var started = await StartAsync(client, Master, ct);
        var held = await FollowAsync(client, started.OperationId, ct);
        if (held is not { State: OperationState.Held, Error: { } error })
        {
            stage.Bad($"The preparation should be held, and is {held.State}.");
            return false;
        }

        stage.Remedy(error.Remedy);
        server.Simulator.Capacity.Set(Zone, null, null);
        stage.Line("capacity", $"{Zone} has room again; retry");
        var last = await LastEventAsync(client, started.OperationId, ct);
        await client.Operations.RetryAsync(started.OperationId, ct: ct);
        var ended = await FollowAsync(client, started.OperationId, ct, last);
        if (!await ShowPreparedAsync(client, started, ended, ct))
        {
            return false;
        }

        var repeated = await RepeatedAsync(client, started.OperationId, ct);
        if (repeated.Count > 0)
        {
            stage.Bad($"Repeated although they were done: {string.Join(", ", repeated)}.");
            return false;
        }

        stage.Good("No step that was done was repeated.");
        return true;
    }

    private async Task<bool> RefuseOldAgentAsync(DarkroomClient client, CancellationToken ct)
    {
        stage.Act("Prepare version 3 from an AMI whose agent is too old");
        var templates = await client.HostingUnits.Inventory("wsc").ListAsync(ct: ct);
        var started = await StartAsync(client, templates.Items.Single(i => i.Name.StartsWith(OldAgent, StringComparison.Ordinal)).FullPath, ct);
        var held = await FollowAsync(client, started.OperationId, ct);
        if (held is not { State: OperationState.Held, Error: { Code: "AgentTooOld" } error })
        {
            stage.Bad($"The agent should be refused, and the operation is {held.State}: {held.Error?.Message}");
            return false;
        }

        stage.Remedy(error.Remedy);
        var last = await LastEventAsync(client, started.OperationId, ct);
        await client.Operations.DiscardAsync(started.OperationId, ct: ct);
        var ended = await FollowAsync(client, started.OperationId, ct, last);
        return ended.State == OperationState.Failed;
    }

    private async Task<bool> CompareAsync(AccountListing before, CancellationToken ct)
    {
        stage.Act("Compare the account with what it was");
        var added = await AccountListing.AddedSinceAsync(before, server.Simulator!, Account, ct);
        foreach (var resource in added.OrderBy(r => r.Type, StringComparer.Ordinal))
        {
            stage.Line($"+ {resource.Type}", $"{resource.Id}  {resource.Tags.GetValueOrDefault("Name") ?? resource.Tags.GetValueOrDefault("darkroom:image-definition")}");
        }

        var gone = before.GoneFrom(server.Simulator!, Account);
        if (gone.Count > 0)
        {
            stage.Bad($"Gone: {string.Join(", ", gone)}.");
            return false;
        }

        if (DemoExpectation.Unmet(added) is { } unmet)
        {
            stage.Bad(unmet);
            return false;
        }

        stage.Good("Two images, their snapshots and the isolation group were added, and nothing else.");
        return true;
    }

    private async Task<PreparationStartedDto> StartAsync(DarkroomClient client, string master, CancellationToken ct)
    {
        var version = await client.ImageVersions.CreateAsync("image1", ct: ct);
        var spec = await client.ImageVersions.AddMasterSpecAsync(
            "image1", "latest", new AddMasterSpecRequest { HostingUnit = "wsc", MasterImagePath = master }, ct: ct);
        stage.Line($"version {version.ImageVersionNumber}, master spec", spec.MasterImagePath);
        var started = await client.ImageVersionSpecs.PrepareAsync(spec.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = Profile }, ct: ct);
        stage.Line("machine profile", "w2022-2411, version 1");
        return started;
    }

    private async Task<OperationDto> FollowAsync(DarkroomClient client, Guid operation, CancellationToken ct, long after = 0)
    {
        var start = (await client.Operations.GetAsync(operation, ct)).CreatedAt;
        await foreach (var e in client.Operations.FollowAsync(operation, after, ct))
        {
            stage.Event(e, start);
        }

        return await client.Operations.GetAsync(operation, ct);
    }

    private async Task<bool> ShowPreparedAsync(DarkroomClient client, PreparationStartedDto started, OperationDto ended, CancellationToken ct)
    {
        if (ended.State != OperationState.Succeeded)
        {
            stage.Bad($"The preparation is {ended.State}: {ended.Error?.Message}");
            return false;
        }

        var spec = await client.ImageVersionSpecs.GetAsync(started.ImageVersionSpecUid, ct);
        stage.Line("prepared image", $"{spec.ImageId}, {spec.DiskSize} GB, {spec.ImageScheme?.ServiceOffering}");
        stage.Line("guest", $"{spec.ImageRuntimeInfo?.OperatingSystem}, agent {spec.ImageRuntimeInfo?.AgentVersion}, {spec.ImageRuntimeInfo?.Verdict}");
        foreach (var warning in spec.Warnings)
        {
            stage.Remedy(warning.Message);
        }

        return true;
    }

    private static async Task<long> LastEventAsync(DarkroomClient client, Guid operation, CancellationToken ct) =>
        (await EventsAsync(client, operation, ct))[^1].Sequence;

    /// <summary>Steps that were done and started again.</summary>
    private static async Task<IReadOnlyList<string>> RepeatedAsync(DarkroomClient client, Guid operation, CancellationToken ct) =>
    [
        .. (await EventsAsync(client, operation, ct)).Where(e => e.Kind == "StepSucceeded").GroupBy(e => e.Step!).Where(g => g.Count() > 1).Select(g => g.Key),
    ];

    private static async Task<List<OperationEventDto>> EventsAsync(DarkroomClient client, Guid operation, CancellationToken ct)
    {
        var events = new List<OperationEventDto>();
        await foreach (var e in client.Operations.FollowAsync(operation, 0, ct))
        {
            events.Add(e);
        }

        return events;
    }
}
