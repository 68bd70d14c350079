using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Server.Composition;
using Darkroom.Simulator;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>
/// A server with one object of each kind, made over REST: connection and unit named demo, the definition office with a held preparation. The
/// zone stays without capacity, so whatever is prepared or retried comes to be held.
/// </summary>
public sealed class BadInputServer : IAsyncLifetime
{
    public const string Definition = "office";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Dictionary<Role, HttpClient> _clients = [];
    private HttpClient? _anonymous;

    public DatabaseKind Database { get; init; }

    public DarkroomServer Server { get; private set; } = null!;

    public Guid Connection { get; private set; }

    public Guid HostingUnit { get; private set; }

    public ImageVersionSpecDto Master { get; private set; } = null!;

    public PreparationStartedDto Held { get; private set; } = null!;

    /// <summary>A prepared spec in Success, to be shared to <see cref="PreparedSpecs.OtherUnit"/>.</summary>
    public Guid Prepared { get; private set; }

    public Guid Token { get; private set; }

    public int Broker { get; private set; }

    /// <summary>A connection that isn't registered with the broker; a new one for each request that is to register it.</summary>
    public Guid Unregistered { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Server = await DarkroomServer.StartAsync(Database, settings => settings with
        {
            Simulator = new SimulatorOptions { ThrottleFactor = 0, Timings = timings => timings with { ConsistencySeconds = 0 } },
            Configuration = new Dictionary<string, string?>(settings.Configuration)
            {
                ["Limits:RequestsPerSecond"] = "100000",
                ["Logging:LogLevel:Default"] = "None",
                ["Logging:LogLevel:Orleans.Messaging"] = "None",
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Query"] = "None",
            },
        });
        foreach (var role in Enum.GetValues<Role>())
        {
            _clients[role] = Client(role);
        }

        _anonymous = Client(null);
        var unit = await DemoScene.HostingUnitAsync(Server.Administrator, Ct);
        (Connection, HostingUnit) = (unit.HypervisorConnectionUid, unit.HostingUnitUid);
        Broker = (await Server.Administrator.BrokerConnections.CreateAsync(new CreateBrokerConnectionRequest { HypHypervisorConnectionUid = Connection }, ct: Ct)).Uid;
        Token = (await Server.Administrator.Tokens.CreateAsync(new CreateAccessTokenRequest { Name = "bystander", Role = Role.Reader }, Ct)).AccessToken.Uid;
        Master = await DemoScene.MasterSpecAsync(Server.Operator, Definition, Ct);
        Server.Simulator.Capacity.Set("us-east-1a", null, 0);
        Held = await Server.Operator.ImageVersionSpecs.PrepareAsync(
            Master.ImageVersionSpecUid,
            new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, HoldSeconds = HoldOperation.MaxHoldSeconds },
            ct: Ct);
        (await Server.WaitForOperationAsync(Held.OperationId)).State.Should().Be(OperationState.Held);
        Prepared = await PreparedSpecs.PlantAsync(this, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        _anonymous?.Dispose();
        await (Server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    internal async Task<Reply> SendAsync(Sent sent)
    {
        using var message = sent.ToMessage();
        using var answer = await (sent.As is { } role ? _clients[role] : _anonymous!).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, Ct);
        return await Reply.ReadAsync(answer, Ct);
    }

    public Task<DarkroomDb> OpenAsync() => Server.Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync(Ct);

    internal Task<IReadOnlyDictionary<string, string>> TablesAsync() => Tables.ReadAsync(this, Ct);

    /// <summary>Waits until no operation writes any more, and keeps held ones from it: their hold time may end in the midst of a test.</summary>
    public async Task RestAsync()
    {
        foreach (var operation in (await Server.Reader.Operations.ListAsync(ct: Ct)).Items)
        {
            if (await Server.WaitForOperationAsync(operation.OperationId) is { State: OperationState.Held, HeldUntil: not null })
            {
                await Server.Operator.Operations.HoldAsync(operation.OperationId, new HoldOperationRequest(), ct: Ct);
            }
        }
    }

    /// <summary>Path parameters under which an operation finds what it needs.</summary>
    internal async Task<Dictionary<string, string>> PathValuesAsync(ApiOperation operation)
    {
        if (operation.Id == "ShareImage")
        {
            await PreparedSpecs.UnshareAsync(this, Ct);
        }

        if (operation.Id is "AddMasterSpec" or "AddMasterSpecByUid" or "PrepareImage")
        {
            await Server.Operator.ImageVersions.CreateAsync(Definition, ct: Ct);
        }

        if (operation.Id == "CreateBrokerConnection")
        {
            var spare = new CreateConnectionRequest { HypervisorConnectionName = NewName(), Region = "us-east-1" };
            Unregistered = (await Server.Administrator.Connections.CreateAsync(spare, ct: Ct)).HypervisorConnectionUid;
        }

        var version = await Server.Reader.ImageVersions.GetAsync(Definition, "latest", Ct);

        var spec = operation.Id != "PrepareImage" ? Master : await Server.Operator.ImageVersions.AddMasterSpecAsync(
            Definition, "latest", new AddMasterSpecRequest { HostingUnit = DemoScene.Name, MasterImagePath = DemoScene.GoodMaster }, ct: Ct);
        return operation.ParametersIn("path").ToDictionary(parameter => parameter.Name, parameter => parameter.Name switch
        {
            "nameOrUid" => $"{(operation.Path.Contains("/hosting-units/", StringComparison.Ordinal) ? HostingUnit : Connection)}",
            "connection" => $"{Connection}",
            "definition" => Definition,
            "number" => "latest",
            "brokerUid" => $"{Broker}",
            "name" => "ImageManagementPrep_PreparationTimeout",
            "uid" when operation.Path.Contains("/tokens/", StringComparison.Ordinal) => $"{Token}",
            "uid" when operation.Path.Contains("/image-versions/", StringComparison.Ordinal) => $"{version.ImageVersionUid}",
            "uid" when operation.Path.Contains("/pending-image-deletions/", StringComparison.Ordinal) => $"{PreparedSpecs.Pending}",
            "uid" when operation.Path.Contains("/hosting-units", StringComparison.Ordinal) => $"{Prepared}",
            "uid" => $"{spec.ImageVersionSpecUid}",
            "id" => $"{Held.OperationId}",
            var unknown => throw new InvalidOperationException($"{operation.Id} has the new path parameter {unknown}; say here what it means."),
        });
    }

    /// <summary>The document's example of a body, about things that are here; names that must be new are.</summary>
    internal JsonObject ValidBody(ApiOperation operation)
    {
        var body = operation.Example!.DeepClone().AsObject();
        foreach (var (name, value) in Here(operation.Id))
        {
            body[name] = JsonNode.Parse(value is null ? "null" : System.Text.Json.JsonSerializer.Serialize(value));
        }

        return body;
    }

    private HttpClient Client(Role? role)
    {
        // Header values beyond ASCII must reach the server, not die in the client.
        var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        var client = new HttpClient(handler) { BaseAddress = Server.Url };
        client.DefaultRequestHeaders.Authorization = role is { } given ? new AuthenticationHeaderValue("Bearer", Server.Tokens[given]) : null;
        return client;
    }

    private (string Name, object? Value)[] Here(string operation) => operation switch
    {
        "CreateAccessToken" => [("name", NewName())],
        "CreateConnection" => [("hypervisorConnectionName", NewName()), ("credentialKind", null), ("roleArn", null)],
        "CreateBrokerConnection" => [("hypHypervisorConnectionUid", Unregistered)],
        "UpdateConnection" => [("maintenanceMode", false)],
        "CreateHostingUnit" =>
        [
            ("hostingUnitName", NewName()),
            ("hypervisorConnection", DemoScene.Name),
            ("rootPath", Vpc),
            ("networkPaths", new[] { $"{Vpc}/us-east-1a.availabilityzone/{Subnet}" }),
        ],
        "UpdateHostingUnit" => [("hostingUnitName", DemoScene.Name)],
        "CreateImageDefinition" => [("imageDefinitionName", NewName())],
        "AddMasterSpec" or "AddMasterSpecByUid" => [("hostingUnit", DemoScene.Name), ("masterImagePath", DemoScene.GoodMaster)],
        // A hold that ends would write while another test looks at the tables.
        "PrepareImage" => [("machineProfile", DemoScene.MachineProfile), ("keepPreparationInstanceOnFailure", true)],
        "ShareImage" or "CheckImageSharing" => [("hostingUnit", PreparedSpecs.OtherUnit)],
        _ => [],
    };

    private const string Vpc = "XDHyp:/Connections/demo/Default VPC.virtualprivatecloud";
    private const string Subnet = "192.168.0.0`/20 (vpc-0da4c0000000000a1).network";

    private static string NewName() => $"New {Guid.NewGuid():N}";
}
