using System.Diagnostics;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>A full PowerShell, as a process of its own: the one on PATH, or else one that was built out of PowerShell's packages.</summary>
internal static class Pwsh
{
    /// <summary>Warnings are a stream of their own, and come among the output of a process.</summary>
    private const string Warning = "WARNING: ";

    private const string Built = "Darkroom.PowerShell.Host";

    private static readonly string Extension = OperatingSystem.IsWindows() ? ".exe" : "";

    private static readonly string Program = Tools.Find("pwsh" + Extension)
        ?? Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "..", "..", Built, Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')), Built + Extension));

    /// <summary>Runs a script file to its end and returns the lines of its output; fails when the script did.</summary>
    public static async Task<IEnumerable<string>> RunAsync(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", file, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        using var shell = Process.Start(start)!;
        try
        {
            shell.StandardInput.Close();
            var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(5));
            shell.ExitCode.Should().Be(0, "{0}{1}", await output, await errors);
            return (await output).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith(Warning, StringComparison.Ordinal));
        }
        finally
        {
            if (!shell.HasExited) shell.Kill(entireProcessTree: true);
        }
    }
}
