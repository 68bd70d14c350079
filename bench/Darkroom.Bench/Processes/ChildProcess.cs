using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Darkroom.Bench.Processes;

/// <summary>A program that is measured from outside. It is killed at the end: nothing of Darkroom's may depend on a gentle stop.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private readonly Process _process;
    private readonly Stopwatch _sinceStart;

    private ChildProcess(Process process, Stopwatch sinceStart)
    {
        _process = process;
        _sinceStart = sinceStart;
        AppDomain.CurrentDomain.ProcessExit += OnOwnEnd;
    }

    public StreamReader Output => _process.StandardOutput;

    /// <summary>This program, in another process.</summary>
    public static string Self => Environment.ProcessPath!;

    /// <summary>The server as it is delivered, which the command publishes beside this program.</summary>
    public static string Darkroom
    {
        get
        {
            var path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../publish/Darkroom.Server/release/darkroom"));
            return File.Exists(path) ? path : throw new FileNotFoundException($"There is no {path}; eng/bench publishes it.");
        }
    }

    public static ChildProcess Start(string program, params IReadOnlyList<string> arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        var sinceStart = Stopwatch.StartNew();
        return new ChildProcess(Process.Start(info)!, sinceStart);
    }

    /// <summary>Runs this program with a verb of its own to the one line that it prints, which <see cref="Tell"/> has written.</summary>
    /// <exception cref="InvalidOperationException">It ended without one.</exception>
    public static async Task<T> ResultAsync<T>(CancellationToken ct, params IReadOnlyList<string> arguments)
    {
        using var process = Start(Self, arguments);
        var line = await process.Output.ReadLineAsync(ct) ?? throw new InvalidOperationException($"{arguments[0]} ended without a result.");
        return JsonSerializer.Deserialize<T>(line)!;
    }

    /// <summary>The child's side of <see cref="ResultAsync"/>; returns its exit code.</summary>
    public static int Tell<T>(T result)
    {
        Console.WriteLine(JsonSerializer.Serialize(result));
        return 0;
    }

    /// <summary>A port that is free now; the child is told it, so that its first answer can be waited for from outside.</summary>
    public static string FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }

    /// <summary>From the start of the process until an address answers with success.</summary>
    public async Task<TimeSpan> FirstAnswerAsync(HttpClient http, string address, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"{_process.StartInfo.FileName} ended with {_process.ExitCode} before it answered.");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri(address), ct);
                if (answer.IsSuccessStatusCode)
                {
                    return _sinceStart.Elapsed;
                }
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }

            await Task.Delay(Look, ct);
        }
    }

    /// <summary>Resident memory now, in bytes.</summary>
    public long Memory => ResidentMemory.Of(_process.Id).Now;

    /// <summary>The most resident memory there ever was, in bytes.</summary>
    public long PeakMemory => ResidentMemory.Of(_process.Id).Peak;

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnOwnEnd;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    // Ended from outside in the middle of a run, it leaves no server behind.
    private void OnOwnEnd(object? sender, EventArgs e) => _process.Kill(entireProcessTree: true);
}
