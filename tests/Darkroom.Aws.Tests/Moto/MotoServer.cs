using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Darkroom.Aws.Tests.Moto;

/// <summary>A moto_server of the machine's own, where it has one: an EC2 that knows nothing of ours.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private Process? process;

    public Uri Endpoint { get; private set; } = new("http://127.0.0.1:1");

    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "moto_server")));

    public static void SkipWithoutIt() => Assert.SkipUnless(IsInstalled, "moto_server isn't on PATH (pip install 'moto[server,ec2]').");

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled)
        {
            return;
        }

        var port = FreePort();
        Endpoint = new Uri($"http://127.0.0.1:{port}");
        process = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        process!.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await AnswersAsync();
    }

    public ValueTask DisposeAsync()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient { BaseAddress = Endpoint };
        for (var until = DateTime.UtcNow + StartTime; ; await Task.Delay(100))
        {
            try
            {
                using var answer = await http.GetAsync("moto-api/data.json");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (DateTime.UtcNow < until)
            {
                // Not listening yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
