using System.Diagnostics;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Demo;

/// <summary>The demonstration in a terminal, and somebody who ends it with Ctrl+C.</summary>
[Trait("Suite", "full")]
public sealed class DemoInterruptTests
{
    private const char CtrlC = '\x03';

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_temporary_folder_is_gone_after_Ctrl_C_at_the_end()
    {
        Assert.SkipWhen(Tools.Find("script") is null, "script is missing, which makes a terminal.");
        using var folder = new TestFolder();
        var temporary = Directory.CreateDirectory(Path.Combine(folder.Data.Path, "temporary")).FullName;

        // Tests that run in the background may have been told to ignore Ctrl+C, and would hand that on.
        using var terminal = Process.Start(new ProcessStartInfo("script")
        {
            ArgumentList = { "-qec", $"env --default-signal=INT {Path.Combine(AppContext.BaseDirectory, "darkroom")} demo --clock-scale 600", "/dev/null" },
            Environment = { ["TMPDIR"] = temporary, ["TERM"] = "xterm" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        try
        {
            await ReadToAsync(terminal.StandardOutput, "until you press", patience.Token);
            Directory.GetDirectories(temporary, "darkroom-demo-*").Should().ContainSingle();
            await terminal.StandardInput.WriteAsync(CtrlC);
            await terminal.StandardInput.FlushAsync(patience.Token);
            await terminal.StandardOutput.ReadToEndAsync(patience.Token);
            await terminal.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!terminal.HasExited) terminal.Kill(entireProcessTree: true);
        }

        terminal.ExitCode.Should().Be(130);
        Directory.GetDirectories(temporary, "darkroom-demo-*").Should().BeEmpty();
    }

    private static async Task ReadToAsync(TextReader reader, string text, CancellationToken ct)
    {
        var (said, piece) = ("", new char[1024]);
        while (!said.Contains(text, StringComparison.Ordinal))
        {
            var read = await reader.ReadAsync(piece, ct);
            Assert.True(read > 0, said);
            said += new string(piece, 0, read);
        }
    }
}
