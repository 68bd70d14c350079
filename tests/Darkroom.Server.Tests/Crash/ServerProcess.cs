using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Darkroom.Client;

namespace Darkroom.Server.Tests.Crash;

/// <summary><c>darkroom serve</c> as a process of its own, which can be frozen between any two instructions and then killed or let go.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>The product.</summary>
    public const string Real = "darkroom";

    /// <summary>The product with a planted fault.</summary>
    public const string Faulty = "Darkroom.FaultyServer";

    private const int Stop = 19;
    private const int Continue = 18;
    private static readonly TimeSpan StartBound = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = [];
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(string program, string data, params string[] cloud)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, program))
        {
            ArgumentList = { "serve", "--data", data, "--url", "http://127.0.0.1:0" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        cloud.ToList().ForEach(start.ArgumentList.Add);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _ = HearOutAsync();
    }

    /// <summary>The last lines of its output.</summary>
    public string Said => string.Join('\n', _said.TakeLast(40));

    public DarkroomClient Client { get; private set; } = null!;

    /// <summary>Starts it on a simulator that runs apart; it answers when this returns.</summary>
    public static Task<ServerProcess> StartAsync(string program, string data, Uri simulator) => StartAsync(program, data, "--simulator", simulator.ToString());

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <param name="cloud">The options that say which cloud it has.</param>
    public static async Task<ServerProcess> StartAsync(string program, string data, params string[] cloud)
    {
        var server = new ServerProcess(program, data, cloud);
        try
        {
            await server._listening.Task.WaitAsync(StartBound, TestContext.Current.CancellationToken);
            var endpoint = LocalEndpoint.Read(data)!;
            server.Client = new DarkroomClient(new Uri(endpoint.Url), endpoint.Token);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>A server that ends unasked is a failure of its own.</summary>
    public void RequireAlive() => Assert.False(_process.HasExited, $"The server ended by itself:\n{Said}");

    /// <summary>It can have ended before its last words are read.</summary>
    private async Task HearOutAsync()
    {
        await _process.WaitForExitAsync();
        _listening.TrySetException(new InvalidOperationException($"The server ended by itself:\n{Said}"));
    }

    /// <summary>Stops every thread where it is; true once none runs any more.</summary>
    public async Task FreezeAsync()
    {
        Signal(Stop);
        await Testing.Poll.UntilAsync(() => Task.FromResult(Directory.GetDirectories($"/proc/{_process.Id}/task").All(IsStopped)), stopped => stopped);
    }

    public void Thaw() => Signal(Continue);

    /// <summary>SIGKILL: no handler runs, no buffer is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        Client?.Dispose();
        _process.Dispose();
    }

    private static bool IsStopped(string task)
    {
        try
        {
            // The state follows the name in parentheses, which may itself hold any character.
            var status = File.ReadAllText(Path.Combine(task, "stat"));
            return status[status.LastIndexOf(')') + 2] == 'T';
        }
        catch (IOException)
        {
            // A thread that is gone doesn't run.
            return true;
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        _said.Enqueue(line);
        if (line.Contains("listening on", StringComparison.Ordinal))
        {
            _listening.TrySetResult();
        }
    }

    private void Signal(int signal)
    {
        if (SendSignal(_process.Id, signal) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"The server doesn't take signal {signal}; it said:\n{Said}");
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
