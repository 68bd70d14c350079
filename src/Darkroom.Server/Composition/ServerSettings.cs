using Darkroom.Simulator;
using Darkroom.Simulator.Time;

namespace Darkroom.Server.Composition;

/// <summary>Where the tables lie.</summary>
public enum DatabaseKind { Sqlite, Postgres }

/// <summary>What <c>serve</c> was asked for, checked and complete.</summary>
public sealed record ServerSettings
{
    public required DataFolder Data { get; init; }

    /// <summary>Address to listen on; port 0 takes a free one.</summary>
    public required Uri Url { get; init; }
    public DatabaseKind Database { get; init; } = DatabaseKind.Sqlite;

    /// <summary>Of PostgreSQL; SQLite lies in the data folder.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Runs the simulator beside the server and maps every AWS endpoint to it.</summary>
    public bool Simulate { get; init; }

    /// <summary>A simulator that runs apart: every AWS endpoint is mapped to it, and the server lives in its time.</summary>
    public Uri? SimulatorUrl { get; init; }

    /// <summary>Whether the cloud is simulated, here or elsewhere.</summary>
    public bool IsSimulated => Simulate || SimulatorUrl is not null;

    /// <summary>With <see cref="Simulate"/>: how many times faster than real time the clock of server and simulator runs.</summary>
    public double ClockScale { get; init; } = 1;

    /// <summary>With <see cref="Simulate"/>: its world, port and timings; its clock runs at <see cref="ClockScale"/>.</summary>
    public SimulatorOptions Simulator { get; init; } = new();

    /// <summary>Configuration on top of environment and file, for tests and the demo.</summary>
    public IReadOnlyDictionary<string, string?> Configuration { get; init; } = new Dictionary<string, string?>();

    /// <summary>Has the last word on which part stands behind which port; how tests look inside a server.</summary>
    internal Action<IServiceCollection> Compose { get; init; } = _ => { };

    /// <summary>Refuses what can't be served safely or makes no sense.</summary>
    /// <exception cref="StartRefusedException">With the rule that is broken.</exception>
    public ServerSettings Checked()
    {
        if (Url.Scheme is not ("http" or "https"))
        {
            throw new StartRefusedException($"{Url} isn't an address a server can listen on.", "Give --url as http://127.0.0.1:7420.");
        }

        if (Url.PathAndQuery != "/" || Url.Fragment.Length > 0 || Url.UserInfo.Length > 0)
        {
            throw new StartRefusedException(
                $"{Url} has more than a server can listen on.", $"Give --url with scheme, host and port alone: {Url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}.");
        }

        if (Url is { Host: "localhost", Port: 0 })
        {
            throw new StartRefusedException("localhost is two addresses, which can't share a port that is still to be found.", "Give --url as http://127.0.0.1:0, or name a port.");
        }

        if (Url.Scheme == "http" && !Url.IsLoopback)
        {
            throw new StartRefusedException(
                $"Plain HTTP is refused on {Url.Host}: tokens would cross the network in the clear.",
                "Listen on 127.0.0.1, or give an https address with a certificate (Kestrel:Certificates:Default).");
        }

        if (Simulate && SimulatorUrl is not null)
        {
            throw new StartRefusedException("There is one cloud: the simulator beside the server, or one that runs apart.", "Give either --simulate or --simulator.");
        }

        if (ClockScale != 1 && !Simulate)
        {
            throw new StartRefusedException("A scaled clock exists only beside the simulator.", "Give --clock-scale together with --simulate; a simulator that runs apart has its own.");
        }

        if (!SimulatedClock.CanRunAt(ClockScale))
        {
            throw StartRefusedException.OfClockScale(ClockScale);
        }

        if (Database == DatabaseKind.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
        {
            throw new StartRefusedException(
                "The database is PostgreSQL, and no connection string is given.", "Set the environment variable ConnectionStrings__Darkroom.");
        }

        return this;
    }
}
