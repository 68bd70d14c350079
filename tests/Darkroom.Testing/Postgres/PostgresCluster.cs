using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Darkroom.Testing.Postgres;

/// <summary>
/// The PostgreSQL of this test process: the one that DARKROOM_TEST_POSTGRES names, else a private one in a temporary
/// folder, made at first use and gone with the process. PostgreSQL refuses to run as root, so then it runs as the user postgres.
/// </summary>
public sealed class PostgresCluster
{
    private const string Variable = "DARKROOM_TEST_POSTGRES";

    private static readonly Lazy<Task<PostgresCluster>> Shared = new(StartAsync);

    private PostgresCluster(PostgresServer? server, string? missing)
    {
        Server = server;
        Missing = missing;
    }

    public PostgresServer? Server { get; }

    /// <summary>Why there is no server: the tool that the machine lacks.</summary>
    public string? Missing { get; }

    public static Task<PostgresCluster> SharedAsync() => Shared.Value;

    private static async Task<PostgresCluster> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new PostgresCluster(new PostgresServer(given), null);
        }

        var folders = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")) : [];
        var (initdb, postgres) = (Tools.Find("initdb", folders), Tools.Find("postgres", folders));
        if (initdb is null || postgres is null)
        {
            return new PostgresCluster(null, $"PostgreSQL is missing: neither {Variable} nor the programs initdb and postgres are there.");
        }

        if (Environment.IsPrivilegedProcess && Tools.Find("setpriv") is null)
        {
            return new PostgresCluster(null, "setpriv is missing, without which root can't start PostgreSQL.");
        }

        return new PostgresCluster(await StartPrivateAsync(initdb, postgres), null);
    }

    private static async Task<PostgresServer> StartPrivateAsync(string initdb, string postgres)
    {
        var folder = Path.Combine("/tmp", $"darkroom-postgres-{Guid.NewGuid():N}");
        var port = FreePort();
        var asUser = Environment.IsPrivilegedProcess ? "setpriv --reuid=postgres --regid=postgres --init-groups" : "";

        // The shell outlives this process just long enough to stop the server: the end of its input is the end of the tests.
        var script = $$"""
            cd /tmp
            {{asUser}} {{initdb}} -D {{folder}} -U darkroom -A trust -E UTF8 --no-locale --no-sync >/dev/null || exit 1
            {{asUser}} {{postgres}} -D {{folder}} -p {{port}} -F -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=400 </dev/null >{{folder}}.log 2>&1 &
            read -r end
            kill -QUIT $!
            wait
            rm -rf {{folder}} {{folder}}.log
            """;
        var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardInput = true })
            ?? throw new InvalidOperationException("There is no shell.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => shell.StandardInput.Dispose();

        var server = new PostgresServer($"Host=127.0.0.1;Port={port};Username=darkroom;Database=postgres;Timeout=5");
        await Poll.UntilAsync(server.AnswersAsync, answers => answers || (shell.HasExited ? throw new InvalidOperationException("PostgreSQL didn't start.") : false));
        return server;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
