using System.Diagnostics;
using Darkroom.Contracts.Images;
using Darkroom.Core.Images.Guest;

namespace Darkroom.Core.Tests.Images.Guest;

/// <summary>
/// A scratch Linux: a folder in place of /, a file in place of the serial port, stand-ins on PATH for the commands that would change this machine.
/// </summary>
internal sealed class LinuxGuest : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("darkroom-guest-");

    internal LinuxGuest()
    {
        foreach (var folder in new[] { "bin", "root" }) _home.CreateSubdirectory(folder);
        Command("uname", "echo 6.8.0-1021-aws");
        Command("shutdown", $"echo \"shutdown $*\" >>'{Log}'");
        Command("rpm", "exit 1");
        Command("dpkg-query", "exit 1");
        Etc("os-release", "NAME=Ubuntu\nPRETTY_NAME=\"Ubuntu 24.04.1 LTS\"\n");
    }

    internal static GuestNonce Nonce { get; } = new("nonce4linux");

    /// <summary>What the script printed, line by line.</summary>
    internal string[] Lines => File.Exists(Serial) ? File.ReadAllLines(Serial) : [];

    /// <summary>What the stand-ins were asked to do.</summary>
    internal string[] Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    internal GuestReport Report => GuestReport.Read(string.Join('\n', Lines), Nonce);

    private string Serial => Path.Combine(_home.FullName, "serial");

    private string Log => Path.Combine(_home.FullName, "calls");

    public void Dispose() => _home.Delete(recursive: true);

    internal LinuxGuest Command(string name, string body)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell script needs a POSIX shell.");
        var file = Path.Combine(_home.FullName, "bin", name);
        File.WriteAllText(file, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    internal LinuxGuest Etc(string name, string text) => Write($"etc/{name}", text);

    internal LinuxGuest Write(string path, string text)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    internal string PathOf(string path) => Path.Combine(_home.FullName, "root", path);

    internal LinuxGuest WithAgent(string version, char vdiMode) => this
        .Command("dpkg-query", $"printf '%s' '{version}'")
        .Etc("xdl/mcs/mcs.conf", $"# comment\nVDI_MODE={vdiMode}\n")
        .Write("opt/Citrix/VDA/sbin/deploymcs.sh", "#!/bin/sh\n");

    /// <summary>Boots: runs the rendered script to its end.</summary>
    internal async Task<LinuxGuest> Boot(GuestScriptOptions? options = null)
    {
        var script = Path.Combine(_home.FullName, "user-data");
        await File.WriteAllTextAsync(script, GuestScript.UserData(OsType.Linux, options ?? new GuestScriptOptions(Nonce)));
        var start = new ProcessStartInfo("/bin/sh", [script]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{Path.Combine(_home.FullName, "bin")}:/usr/bin:/bin";
        start.Environment["DARKROOM_ROOT"] = Path.Combine(_home.FullName, "root");
        start.Environment["DARKROOM_SERIAL"] = Serial;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        (await output).Should().BeEmpty();
        await process.WaitForExitAsync();
        error.Should().BeEmpty();
        process.ExitCode.Should().Be(0);
        return this;
    }
}
