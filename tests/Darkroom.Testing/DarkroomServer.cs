using System.Net.Http.Headers;
using Darkroom.Client;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Operations;
using Darkroom.Server.Composition;
using Darkroom.Simulator;

namespace Darkroom.Testing;

/// <summary>
/// A real server in this process: the composition of <c>serve</c>, a port and a data folder of its own, the simulator with the demo
/// world beside it, and a client for each role.
/// </summary>
public sealed class DarkroomServer : IAsyncDisposable
{
    private readonly Dictionary<Role, DarkroomClient> _clients = [];
    private RunningServer? _server;

    private DarkroomServer(ServerSettings settings) => Settings = settings;

    public ServerSettings Settings { get; }

    public Uri Url => new(Running.Endpoint.Url);

    public IServiceProvider Services => Running.Services;

    /// <summary>The simulated AWS: its resources, journal, faults, capacity and clock.</summary>
    public SimulatorServer Simulator => Running.Simulator ?? throw new InvalidOperationException("This server has no simulator.");

    /// <summary>The tokens of the three roles.</summary>
    public Dictionary<Role, string> Tokens { get; } = [];

    /// <summary>The typed client of the local administrator.</summary>
    public DarkroomClient Administrator => _clients[Role.Administrator];

    public DarkroomClient Operator => _clients[Role.Operator];

    public DarkroomClient Reader => _clients[Role.Reader];

    /// <summary>Starts a server on a fresh database.</summary>
    /// <param name="change">Changes the settings before the start.</param>
    public static async Task<DarkroomServer> StartAsync(DatabaseKind database = DatabaseKind.Sqlite, Func<ServerSettings, ServerSettings>? change = null)
    {
        var data = DataFolder.Open(Directory.CreateTempSubdirectory("darkroom-test-").FullName);
        var settings = await TestDatabase.MigratedAsync(database, data);
        settings = change is null ? settings : change(settings);
        var server = new DarkroomServer(settings);
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the server and starts it again on the same data, on another port unless the settings name one.</summary>
    /// <param name="whileDown">Waits for something in between.</param>
    public async Task RestartAsync(Func<Task>? whileDown = null)
    {
        await StopAsync();
        await (whileDown?.Invoke() ?? Task.CompletedTask);
        await StartAsync();
    }

    /// <summary>An HTTP client that sends the token of a role, or none; for what the typed client can't send.</summary>
    public HttpClient HttpOf(Role? role)
    {
        var http = new HttpClient { BaseAddress = Url };
        http.DefaultRequestHeaders.Authorization = role is { } given ? new AuthenticationHeaderValue("Bearer", Tokens[given]) : null;
        return http;
    }

    /// <summary>Waits until an operation is as wanted: at rest (ended or held) unless said otherwise.</summary>
    public Task<OperationDto> WaitForOperationAsync(Guid id, Func<OperationDto, bool>? wanted = null, TimeSpan? bound = null) =>
        Poll.UntilAsync(() => Reader.Operations.GetAsync(id, TestContext.Current.CancellationToken), wanted ?? IsAtRest, bound);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Settings.Data.Path, recursive: true);
    }

    /// <summary>The server as the verbs have it.</summary>
    public RunningServer Running => _server ?? throw new InvalidOperationException("The server is stopped.");

    private static bool IsAtRest(OperationDto operation) => operation.State
        is OperationState.Succeeded or OperationState.Failed or OperationState.Canceled or OperationState.Stuck or OperationState.Held;

    private async Task StartAsync()
    {
        _server = await RunningServer.StartAsync(Settings, CancellationToken.None);
        Use(Role.Administrator, _server.Endpoint.Token);
        foreach (var role in new[] { Role.Operator, Role.Reader })
        {
            if (Tokens.TryGetValue(role, out var known))
            {
                Use(role, known);
                continue;
            }

            var made = await Administrator.Tokens.CreateAsync(new CreateAccessTokenRequest { Name = $"{role} {Guid.NewGuid():N}", Role = role });
            Use(role, made.Token);
        }
    }

    private void Use(Role role, string token)
    {
        Tokens[role] = token;
        _clients[role] = new DarkroomClient(Url, token);
    }

    private async Task StopAsync()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        if (_server is { } running)
        {
            _server = null;
            await running.DisposeAsync();
        }
    }
}
