using Darkroom.Client.Images;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Server.Composition;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Images;

/// <summary>A server beside the simulated demo world, with two connections and their hosting units, and the clients of images.</summary>
public sealed class ImageServer : IAsyncLifetime
{
    public const string MasterImageId = "ami-00123456789abcdef";
    public const string PreparedImageId = "ami-0a1124110000000a1";
    public const string PreparedSnapshotId = "snap-00000000000da0011";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public static async Task<ImageServer> StartAsync(DatabaseKind database)
    {
        var server = new ImageServer { Database = database };
        await server.InitializeAsync();
        return server;
    }

    public DatabaseKind Database { get; init; }

    /// <summary>Another world than the demo's, as JSON.</summary>
    public string? World { get; init; }

    /// <summary>False where a sweep of the server's own, every ten minutes of its fast clock, would do what the test is about to do.</summary>
    public bool SweepsByItself { get; init; } = true;

    public DarkroomServer Server { get; private set; } = null!;

    public ImageDefinitionsClient Definitions => Server.Operator.ImageDefinitions;

    public ImageVersionsClient Versions => Server.Operator.ImageVersions;

    public ImageVersionSpecsClient Specs => Server.Operator.ImageVersionSpecs;

    public HypervisorConnection East { get; } = Connection("East", maintenance: false);

    public HypervisorConnection West { get; } = Connection("West", maintenance: false);

    public HypervisorConnection Resting { get; } = Connection("Resting", maintenance: true);

    public HostingUnit EastA { get; private set; } = null!;

    public HostingUnit EastB { get; private set; } = null!;

    public HostingUnit WestA { get; private set; } = null!;

    public HostingUnit RestingA { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await DarkroomServer.StartAsync(
            Database,
            settings => settings with
            {
                Simulator = settings.Simulator with { WorldJson = World ?? settings.Simulator.WorldJson },
                Compose = SweepsByItself ? settings.Compose : WithoutSweeps,
            });
        (EastA, EastB) = (Unit("East A", East, "us-east-1a"), Unit("East B", East, "us-east-1b"));
        (WestA, RestingA) = (Unit("West A", West, "us-east-1a"), Unit("Resting A", Resting, "us-east-1a"));
        await PlantAsync(East, West, Resting);
        await PlantAsync(EastA, EastB, WestA, RestingA);
    }

    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Writes rows that no request can make, or not without a cloud.</summary>
    public async Task PlantAsync(params object[] rows)
    {
        await using var db = await OpenAsync();
        db.AddRange(rows);
        await db.SaveChangesAsync(Ct);
    }

    public Task<DarkroomDb> OpenAsync() => Server.Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync(Ct);

    /// <summary>A definition of a name of its own, with one version.</summary>
    public async Task<(ImageDefinitionDto Definition, ImageVersionDto Version)> DefinitionAsync(params HypervisorConnection[] boundTo)
    {
        var made = await Definitions.CreateAsync(New($"Golden {Guid.NewGuid():N}"), ct: Ct);
        foreach (var connection in boundTo)
        {
            await Definitions.AddConnectionAsync(made.ImageDefinitionName, connection.Name, ct: Ct);
        }

        return (made, await Versions.CreateAsync(made.ImageDefinitionName, ct: Ct));
    }

    /// <summary>A master spec as an earlier request would have left it.</summary>
    public async Task<ImageVersionSpec> PlantMasterAsync(ImageVersionDto version, HostingUnit unit)
    {
        var spec = Spec(version, unit.Uid, source: null, ImageVersionSpecStatus.None);
        await PlantAsync(spec);
        return spec;
    }

    /// <summary>A prepared spec as a preparation that came to rest in that state would have left it.</summary>
    public async Task<ImageVersionSpec> PlantPreparedAsync(
        ImageVersionDto version, ImageVersionSpec master, OperationState state, string? imageId = null, params string[] snapshotIds)
    {
        var status = state == OperationState.Succeeded ? ImageVersionSpecStatus.Success : ImageVersionSpecStatus.Failed;
        var spec = Spec(version, master.HostingUnitUid, master.Uid, status);
        (spec.ImageId, spec.SnapshotIds) = (imageId, snapshotIds);
        spec.Profile = new MachineProfile { Source = new MachineProfileSource(null, "lt-00123456789abcdef", 1) };
        spec.Scheme = new ImageSchemeDto { MachineProfile = "a profile", ServiceOffering = "t3.medium", NetworkMapping = new Dictionary<string, string>() };
        var operation = new Operation
        {
            Kind = "PrepareImage",
            Title = "planted",
            Input = "{}",
            StartedBy = "test",
            State = state,
            SubjectUid = spec.Uid,
            FinishedAt = DateTimeOffset.UnixEpoch,
        };
        spec.OperationId = operation.Id;
        await PlantAsync(operation, spec, new ImageVersionSpecHostingUnit { SpecUid = spec.Uid, HostingUnitUid = spec.HostingUnitUid, IsPrimary = true });
        return spec;
    }

    /// <summary>Removes a spec and waits until it is gone.</summary>
    public async Task RemoveSpecAsync(Guid spec, SharesOnRemoval? shares = null, bool? purgeDbOnly = null)
    {
        var started = await Specs.RemoveAsync(spec, shares, purgeDbOnly, ct: Ct);
        var ended = await Server.WaitForOperationAsync(started.OperationId);
        ended.State.Should().Be(OperationState.Succeeded, ended.Error?.Message);
        ended.TaskType.Should().Be("RemoveProvImageVersionSpec");
        ended.Removal.Should().BeEquivalentTo(new { PurgeDbOnly = purgeDbOnly ?? false, WithShares = shares == SharesOnRemoval.Remove, WithVersion = false });
    }

    /// <summary>A spec that was prepared in East A, on an image that is in the account.</summary>
    public async Task<ImageVersionSpec> PlantImageAsync(Action<ImageVersionSpec>? change = null)
    {
        var (_, version) = await DefinitionAsync(East);
        var spec = await PlantPreparedAsync(
            version, await PlantMasterAsync(version, EastA), OperationState.Succeeded, PreparedImageId, PreparedSnapshotId);
        if (change is not null)
        {
            await using var db = await OpenAsync();
            change(db.ImageVersionSpecs.Attach(spec).Entity);
            await db.SaveChangesAsync(Ct);
        }

        return spec;
    }

    /// <summary>A hosting unit on a connection with keys of a user of the simulated world.</summary>
    public async Task<HostingUnit> ElsewhereAsync(string accessKey, string secret, string region, string vpc, string zone, string subnet)
    {
        var name = $"Elsewhere {Guid.NewGuid():N}";
        var made = await Server.Administrator.Connections.CreateAsync(
            new CreateConnectionRequest { HypervisorConnectionName = name, Region = region, AccessKeyId = accessKey, SecretAccessKey = secret }, ct: Ct);
        var unit = new HostingUnit
        {
            Name = name,
            ConnectionUid = made.HypervisorConnectionUid,
            VpcId = vpc,
            VpcName = "Default VPC",
            AvailabilityZone = zone,
            Subnets = [new(subnet, "192.168.0.0/20")],
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        await PlantAsync(unit);
        return unit;
    }

    public static CreateImageDefinitionRequest New(string name, string? description = null) =>
        new() { ImageDefinitionName = name, OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession, Description = description };

    private static void WithoutSweeps(IServiceCollection services) =>
        services.Remove(services.Single(service => service.ImplementationType?.Name == "SweepService"));

    private static ImageVersionSpec Spec(ImageVersionDto version, Guid unit, Guid? source, ImageVersionSpecStatus status) => new()
    {
        ImageVersionUid = version.ImageVersionUid,
        HostingUnitUid = unit,
        IsPrepared = source is not null,
        SourceSpecUid = source,
        MasterImagePath = $"/win10-2411-ami ({MasterImageId}).template",
        MasterImageId = MasterImageId,
        Status = status,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static HypervisorConnection Connection(string name, bool maintenance) => new()
    {
        Name = name,
        ConnectionType = "AmazonWorkSpacesCore",
        PluginId = "AmazonWorkSpacesCoreMachineManagerFactory",
        Address = "https://workspaces-instances.us-east-1.api.aws",
        Region = "us-east-1",
        CredentialKind = CredentialKind.DefaultChain,
        AccountId = "111122223333",
        PrincipalArn = "arn:aws:iam::111122223333:role/darkroom",
        MaintenanceMode = maintenance,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static HostingUnit Unit(string name, HypervisorConnection connection, string zone) => new()
    {
        Name = name,
        ConnectionUid = connection.Uid,
        VpcId = "vpc-0da4c0000000000a1",
        VpcName = "Default VPC",
        AvailabilityZone = zone,
        Subnets = [new(zone == "us-east-1b" ? "subnet-0da4c000000000a1b" : "subnet-0da4c000000000a1a", zone == "us-east-1b" ? "192.168.16.0/20" : "192.168.0.0/20")],
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
