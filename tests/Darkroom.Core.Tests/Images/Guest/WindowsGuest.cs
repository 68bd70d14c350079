using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Darkroom.Contracts.Images;
using Darkroom.Core.Images.Guest;

namespace Darkroom.Core.Tests.Images.Guest;

/// <summary>
/// A pretended Windows in an in-process PowerShell engine: every command of Windows that the script calls is a stand-in (windows-stand-ins.ps1).
/// The script finds its folders and the serial port by environment variables, which belong to the process: one such guest runs at a time.
/// </summary>
internal sealed class WindowsGuest : IDisposable
{
    /// <summary>The collection of the tests that boot such a guest.</summary>
    internal const string OneAtATime = "One pretended Windows at a time";

    internal const string Build = @"HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion";
    internal const string Uninstall = @"HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*";
    internal const string Uninstall32 = @"HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*";
    internal const string TerminalServer = @"HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server";
    internal const string JoinInfo = @"HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo\*";
    internal const string McsIoService = @"HKLM:\SYSTEM\CurrentControlSet\Services\CVhdMp";

    private static readonly string StandIns = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "windows-stand-ins.ps1"));

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("darkroom-guest-");

    internal static GuestNonce Nonce { get; } = new("nonce4windows");

    internal Hashtable Registry { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        [Uninstall] = new[]
        {
            Entry("Some App", "1.0"), Entry("Citrix Virtual Delivery Agent 2411", "2411.0.0.123"), Entry("Citrix MCS IODriver", "2411.0.0.9"),
        },
        [Build] = new Hashtable { ["CurrentBuildNumber"] = "19045", ["UBR"] = 5131 },
        [TerminalServer] = new Hashtable(),
    };

    internal Hashtable OperatingSystem { get; } = new()
    {
        ["Caption"] = "Microsoft Windows 10 Enterprise",
        ["ProductType"] = 1,
        ["OperatingSystemSKU"] = 4,
    };

    /// <summary>Overrides and additions to what the stand-ins know.</summary>
    internal Hashtable World { get; } = new()
    {
        ["Win32_ComputerSystem"] = new Hashtable { ["PartOfDomain"] = false },
        ["Interfaces"] = Array.Empty<object>(),
        ["Rearm"] = Answer("Command completed successfully."),
        ["OfficeRearm"] = Answer("Successfully rearmed."),
    };

    internal List<string> Calls { get; } = [];

    internal string[] Lines => File.Exists(Serial) ? File.ReadAllLines(Serial) : [];

    internal GuestReport Report => GuestReport.Read(string.Join('\n', Lines), Nonce);

    private string Serial => Path.Combine(_home.FullName, "serial");

    public void Dispose() => _home.Delete(recursive: true);

    internal static Hashtable Entry(string name, string version) => new() { ["DisplayName"] = name, ["DisplayVersion"] = version };

    internal static Hashtable Answer(string text, int code = 0) => new() { ["Text"] = text, ["Code"] = code };

    internal WindowsGuest WithOffice()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_home.FullName, "programs86", "Microsoft Office", "Office16"));
        File.WriteAllText(Path.Combine(folder.FullName, "OSPP.VBS"), "");
        return this;
    }

    /// <summary>Boots: runs the rendered script to its end.</summary>
    internal WindowsGuest Boot(GuestScriptOptions? options = null)
    {
        World["Registry"] = Registry;
        World["Win32_OperatingSystem"] = World.ContainsKey("NoCim") ? null : OperatingSystem;
        if (World.ContainsKey("NoCim")) World.Remove("Win32_OperatingSystem");
        Environment.SetEnvironmentVariable("DARKROOM_SERIAL", Serial);
        Environment.SetEnvironmentVariable("ProgramData", _home.FullName);
        Environment.SetEnvironmentVariable("ProgramFiles", Path.Combine(_home.FullName, "programs"));
        Environment.SetEnvironmentVariable("ProgramFiles(x86)", Path.Combine(_home.FullName, "programs86"));
        Environment.SetEnvironmentVariable("SystemRoot", @"C:\Windows");
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("World", World);
        runspace.SessionStateProxy.SetVariable("Calls", Calls);
        Run(runspace, StandIns);
        Run(runspace, GuestScript.Render(OsType.Windows, options ?? new GuestScriptOptions(Nonce)));
        return this;
    }

    private static void Run(Runspace runspace, string script)
    {
        using var shell = PowerShell.Create(runspace);
        var output = shell.AddScript(script).Invoke();
        shell.Streams.Error.Should().BeEmpty();
        output.Should().BeEmpty("everything the script says goes to the serial port");
    }
}
