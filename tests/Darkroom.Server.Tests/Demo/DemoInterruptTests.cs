using System.Diagnostics;
using System.Text.RegularExpressions;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Demo;

/// <summary>The demonstration in a terminal, and somebody who ends it with Ctrl+C.</summary>
[Trait("Suite", "full")]
public sealed partial class DemoInterruptTests
{
    private const char CtrlC = '\x03';

    /// <summary>What shells expect of a program that Ctrl+C has ended.</summary>
    private const int Interrupted = 130;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_temporary_folder_is_gone_after_Ctrl_C_at_the_end()
    {
        var said = await InterruptAsync((demo, ct) => ReadToAsync(demo.Output, "until you press", ct));

        said.Should().EndWith("darkroom: stopped.");
    }

    [Fact]
    public async Task So_it_is_after_Ctrl_C_while_its_server_starts()
    {
        var said = await InterruptAsync(async (demo, _) => await Poll.UntilAsync(() => Task.FromResult(demo.Folders()), folders => folders.Length > 0));

        said.Should().EndWith("darkroom: stopped.").And.NotContain("fail:").And.NotContain("xception");
    }

    /// <summary>Presses Ctrl+C at a moment of the demonstration; what it says from then on.</summary>
    private static async Task<string> InterruptAsync(Func<(TextReader Output, Func<string[]> Folders), CancellationToken, Task> moment)
    {
        Assert.SkipWhen(Tools.Find("script") is null, "script is missing, which makes a terminal.");
        using var folder = new TestFolder();
        var temporary = Directory.CreateDirectory(Path.Combine(folder.Data.Path, "temporary")).FullName;
        string[] Folders() => Directory.GetDirectories(temporary, "darkroom-demo-*");

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
            await moment((terminal.StandardOutput, Folders), patience.Token);
            Folders().Should().ContainSingle();
            await terminal.StandardInput.WriteAsync(CtrlC);
            await terminal.StandardInput.FlushAsync(patience.Token);
            var said = await terminal.StandardOutput.ReadToEndAsync(patience.Token);
            await terminal.WaitForExitAsync(patience.Token);

            terminal.ExitCode.Should().Be(Interrupted, said);
            Folders().Should().BeEmpty();
            return Escapes().Replace(said, "").Trim();
        }
        finally
        {
            if (!terminal.HasExited) terminal.Kill(entireProcessTree: true);
        }
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

    /// <summary>How a terminal is told of colours and modes.</summary>
    [GeneratedRegex(@"\x1b(\[[0-9;?]*[A-Za-z]|=|>)")]
    private static partial Regex Escapes();
}
