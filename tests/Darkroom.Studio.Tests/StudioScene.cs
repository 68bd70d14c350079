using Darkroom.Client;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Testing;

namespace Darkroom.Studio.Tests;

/// <summary>A server with something of everything to look at.</summary>
public sealed class StudioScene : IAsyncLifetime
{
    public const string Office = "office";
    public const string Markup = "<b onmouseover=alert(1)>bold</b>";

    private DarkroomServer? _server;

    /// <summary>Skips the test where there is no Chromium to look at it with.</summary>
    public DarkroomServer Server
    {
        get
        {
            Assert.SkipUnless(Chromium.IsInstalled, Chromium.MissingReason);
            return _server!;
        }
    }

    /// <summary>Prepared: office, version 1.</summary>
    public OperationDto Succeeded { get; private set; } = null!;

    /// <summary>Held because the master's agent is too old: office, version 2.</summary>
    public OperationDto Held { get; private set; } = null!;

    public Guid Definition { get; private set; }

    /// <summary>The AMI that <see cref="Succeeded"/> has made.</summary>
    public string ImageId { get; private set; } = "";

    public Guid Connection { get; private set; }

    public Guid Unit { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsInstalled)
        {
            return;
        }

        var ct = CancellationToken.None;
        _server = await DarkroomServer.StartAsync(change: settings => settings with { Simulator = settings.Simulator with { WorldJson = StudioWorld.Json() } });
        var client = Server.Administrator;
        var unit = await DemoScene.HostingUnitAsync(client, ct);
        (Unit, Connection) = (unit.HostingUnitUid, unit.HypervisorConnectionUid);
        var master = await DemoScene.MasterSpecAsync(client, Office, ct);
        Definition = master.ImageDefinitionUid;
        var first = await PrepareAsync(client, master);
        var templates = await client.HostingUnits.Inventory(DemoScene.Name).ListAsync(ct: ct);
        await client.ImageVersions.CreateAsync(Office, "with the old agent", ct: ct);
        var old = await client.ImageVersions.AddMasterSpecAsync(
            Office,
            "latest",
            new AddMasterSpecRequest { HostingUnit = DemoScene.Name, MasterImagePath = templates.Items.Single(item => item.Name.StartsWith("win10-2303-ami", StringComparison.Ordinal)).FullPath },
            ct: ct);
        var second = await PrepareAsync(client, old);
        await client.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest
            {
                ImageDefinitionName = "branches",
                OsType = OsType.Linux,
                SessionSupport = SessionSupport.SingleSession,
                Description = Markup,
                Metadata = new Dictionary<string, string> { ["<i>owner</i>"] = "<script>alert(2)</script>" },
            },
            ct: ct);
        await client.ImageVersions.CreateAsync("branches", "<img src=x onerror=alert(3)>", ct: ct);
        Succeeded = await Server.WaitForOperationAsync(first);
        Held = await Server.WaitForOperationAsync(second);
        Succeeded.State.Should().Be(OperationState.Succeeded);
        Held.State.Should().Be(OperationState.Held);
        ImageId = (await client.ImageVersionSpecs.GetAsync(Succeeded.SubjectUid!.Value, ct)).ImageId!;
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    public static async Task<Guid> PrepareAsync(DarkroomClient client, ImageVersionSpecDto master) => (await client.ImageVersionSpecs.PrepareAsync(
        master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, HoldSeconds = 360_000 }, ct: TestContext.Current.CancellationToken)).OperationId;
}
