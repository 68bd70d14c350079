using System.Collections;
using CsCheck;
using Darkroom.Contracts.Images;
using Darkroom.Core.Images.Guest;
using Simulated = Darkroom.Simulator.Guests;

namespace Darkroom.Core.Tests.Images.Guest;

/// <summary>The simulator knows nothing of the scripts, so the two meet here: the same facts, fed to script and simulator, give the same lines.</summary>
[Collection(WindowsGuest.OneAtATime)]
public sealed class SimulatedGuestTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char[' ', '~'], 1, 40]
        .Select(text => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .Where(text => text.Length > 0 && !text.Contains("0x"));

    private static readonly Gen<string> Version = Gen.OneOf(
        Gen.Const(""), Gen.Select(Gen.Int[1912, 2612], Gen.Int[0, 999], (release, build) => $"{release}.0.0.{build}"), Gen.Const("23.11.0.5"));

    private static readonly Gen<GuestStep[]> Excluded = Gen.Int[0, 7].Select(
        bits => Enum.GetValues<GuestStep>().Where(step => (bits & (1 << (int)step)) != 0).ToArray());

    private static readonly Gen<Simulated.GuestStepOutcome> Rearm = Gen.OneOf(
        Gen.Const(new Simulated.GuestStepOutcome("Done")),
        Text.Select(text => new Simulated.GuestStepOutcome("CountExceeded", $"Error: 0xC004D307 {text}")),
        Text.Select(text => new Simulated.GuestStepOutcome("Failed", $"Error: 0xC004F074 {text}")),
        Gen.Const(new Simulated.GuestStepOutcome("Failed")));

    private static readonly Gen<Simulated.GuestStepOutcome> FailsOrNot = Gen.OneOf(
        Gen.Const(new Simulated.GuestStepOutcome("Done")), Text.Select(text => new Simulated.GuestStepOutcome("Failed", text)));

    private static readonly Gen<Simulated.GuestFacts> Windows = Gen.Select(
        Gen.Select(Text, Gen.Int[10000, 30000], Version, Gen.Bool),
        Gen.Select(OneOf("SingleSession", "MultiSession"), OneOf("None", "ActiveDirectory", "AzureAD", "HybridAzureAD", "Unknown")),
        Gen.Select(FailsOrNot, Rearm, Gen.OneOf(Rearm, Gen.Const(new Simulated.GuestStepOutcome("NotApplicable")))),
        (system, kind, steps) => new Simulated.GuestFacts
        {
            Os = Simulated.GuestOs.Windows,
            OperatingSystem = system.Item1,
            OsBuild = $"{system.Item2}.1",
            AgentVersion = system.Item3,
            Mcsio = system.Item4,
            SessionSupport = kind.Item1,
            IdentityJoinStatus = kind.Item2,
            Steps = new Dictionary<string, Simulated.GuestStepOutcome>
            {
                ["EnableDHCP"] = steps.Item1,
                ["OsRearm"] = steps.Item2,
                ["OfficeRearm"] = steps.Item3,
            },
        });

    private static readonly Gen<Simulated.GuestFacts> Linux = Gen.Select(
        Gen.Select(Text, Version, Gen.Bool),
        Gen.Select(OneOf("SingleSession", "MultiSession", "Unknown"), OneOf("None", "ActiveDirectory")),
        Gen.OneOf(FailsOrNot, Gen.Const(new Simulated.GuestStepOutcome("NotApplicable", "No network configuration that this script knows."))),
        (system, kind, dhcp) => new Simulated.GuestFacts
        {
            Os = Simulated.GuestOs.Linux,
            OperatingSystem = system.Item1,
            OsBuild = "6.8.0-1021-aws",
            AgentVersion = system.Item2,
            Mcsio = system.Item3,
            SessionSupport = kind.Item1,
            IdentityJoinStatus = kind.Item2,
            Steps = new Dictionary<string, Simulated.GuestStepOutcome> { ["EnableDHCP"] = dhcp },
        });

    [Fact]
    [Trait("Suite", "full")]
    public void The_windows_script_prints_what_the_simulator_prints() => Gen.Select(Windows, Excluded).Sample((facts, excluded) =>
    {
        using var guest = Pretend(facts);
        guest.Boot(new GuestScriptOptions(WindowsGuest.Nonce) { ExcludedSteps = excluded });

        guest.Lines.Should().Equal(Simulated.GuestReport.Lines(facts, WindowsGuest.Nonce.Value, [.. excluded.Select(step => step.ToString())]));
    }, iter: 15, threads: 1);

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_linux_script_prints_what_the_simulator_prints() => await Gen.Select(Linux, Excluded).SampleAsync(async (facts, excluded) =>
    {
        using var guest = Furnish(facts);
        await guest.Boot(new GuestScriptOptions(LinuxGuest.Nonce) { ExcludedSteps = excluded });

        guest.Lines.Should().Equal(Simulated.GuestReport.Lines(facts, LinuxGuest.Nonce.Value, [.. excluded.Select(step => step.ToString())]));
    }, iter: 15, threads: 2);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static WindowsGuest Pretend(Simulated.GuestFacts facts)
    {
        var guest = new WindowsGuest();
        guest.OperatingSystem["Caption"] = facts.OperatingSystem;
        guest.OperatingSystem["OperatingSystemSKU"] = facts.SessionSupport == "MultiSession" ? 175 : 4;
        var build = facts.OsBuild.Split('.');
        guest.Registry[WindowsGuest.Build] = new Hashtable { ["CurrentBuildNumber"] = build[0], ["UBR"] = int.Parse(build[1]) };
        List<Hashtable> programs = [WindowsGuest.Entry("Some App", "1.0")];
        if (facts.AgentVersion.Length > 0) programs.Add(WindowsGuest.Entry("Virtual Delivery Agent", facts.AgentVersion));
        if (facts.Mcsio) programs.Add(WindowsGuest.Entry("MCS IODriver", "1.0"));
        guest.Registry[WindowsGuest.Uninstall] = programs.ToArray();
        if (facts.IdentityJoinStatus is "AzureAD" or "HybridAzureAD") guest.Registry[WindowsGuest.JoinInfo] = new[] { new Hashtable { ["TenantId"] = "t" } };
        if (facts.IdentityJoinStatus == "Unknown") guest.World.Remove("Win32_ComputerSystem");
        else guest.World["Win32_ComputerSystem"] = new Hashtable { ["PartOfDomain"] = facts.IdentityJoinStatus is "ActiveDirectory" or "HybridAzureAD" };
        if (facts.Steps["EnableDHCP"].Outcome == "Failed") guest.World["InterfacesFail"] = facts.Steps["EnableDHCP"].Detail;
        guest.World["Rearm"] = Answer(facts.Steps["OsRearm"]);
        guest.World["OfficeRearm"] = Answer(facts.Steps["OfficeRearm"]);
        return facts.Steps["OfficeRearm"].Outcome == "NotApplicable" ? guest : guest.WithOffice();
    }

    private static Hashtable Answer(Simulated.GuestStepOutcome outcome) => WindowsGuest.Answer(outcome.Detail ?? "", outcome.Outcome == "Failed" ? 1 : 0);

    private static LinuxGuest Furnish(Simulated.GuestFacts facts)
    {
        var guest = new LinuxGuest().Etc("os-release", $"PRETTY_NAME={Quoted(facts.OperatingSystem)}\n");
        if (facts.AgentVersion.Length > 0) guest.Command("dpkg-query", $"printf %s {facts.AgentVersion}-1.ubuntu");
        if (facts.Mcsio) guest.Write("opt/Citrix/VDA/sbin/deploymcs.sh", "");
        if (facts.Mcsio || facts.SessionSupport != "Unknown")
        {
            var mode = facts.SessionSupport switch { "SingleSession" => "VDI_MODE=Y\n", "MultiSession" => "VDI_MODE=\"N\"\n", _ => "dns1=\n" };
            guest.Etc("xdl/mcs/mcs.conf", mode);
        }

        if (facts.IdentityJoinStatus == "ActiveDirectory") guest.Etc("krb5.keytab", "x");
        var dhcp = facts.Steps["EnableDHCP"];
        if (dhcp.Outcome == "Failed") guest.Command("nmcli", $"printf %s {Quoted(dhcp.Detail!)} >&2; exit 1");
        if (dhcp.Outcome == "Done") guest.Etc("netplan/50-cloud-init.yaml", "network: {}\n");
        return guest;
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''")}'";
}
