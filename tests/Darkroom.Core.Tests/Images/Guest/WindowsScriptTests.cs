using System.Collections;
using Darkroom.Contracts.Images;
using Darkroom.Core.Images.Guest;

namespace Darkroom.Core.Tests.Images.Guest;

[Collection(WindowsGuest.OneAtATime)]
[Trait("Suite", "full")]
public sealed class WindowsScriptTests : IDisposable
{
    private readonly WindowsGuest _guest = new();

    public void Dispose() => _guest.Dispose();

    [Fact]
    public void A_prepared_guest_prints_its_whole_report_and_shuts_down()
    {
        _guest.WithOffice().Boot();

        _guest.Lines.Should().Equal(
            """darkroom nonce4windows {"event":"begin","script":1,"os":"Windows"}""",
            """darkroom nonce4windows {"event":"step","name":"EnableDHCP","outcome":"Done"}""",
            """darkroom nonce4windows {"event":"step","name":"OsRearm","outcome":"Done"}""",
            """darkroom nonce4windows {"event":"step","name":"OfficeRearm","outcome":"Done"}""",
            """darkroom nonce4windows {"event":"fact","name":"OperatingSystem","value":"Microsoft Windows 10 Enterprise"}""",
            """darkroom nonce4windows {"event":"fact","name":"OsBuild","value":"19045.5131"}""",
            """darkroom nonce4windows {"event":"fact","name":"AgentVersion","value":"2411.0.0.123"}""",
            """darkroom nonce4windows {"event":"fact","name":"MCSIO","value":true}""",
            """darkroom nonce4windows {"event":"fact","name":"SessionSupport","value":"SingleSession"}""",
            """darkroom nonce4windows {"event":"fact","name":"IdentityJoinStatus","value":"None"}""",
            """darkroom nonce4windows {"event":"end"}""");
        _guest.Calls.Should().Equal("cscript //nologo slmgr.vbs /rearm", "cscript //nologo OSPP.VBS /rearm", "Stop-Computer True");
        GuestJudgement.Judge(_guest.Report, new GuestExpectation(OsType.Windows, SessionSupport.SingleSession)).Should().BeOfType<GuestVerified>();
    }

    [Fact]
    public void Static_addresses_become_dhcp_and_the_loopback_stays()
    {
        _guest.World["Interfaces"] = new object[]
        {
            new Hashtable { ["InterfaceAlias"] = "Ethernet 2", ["ifIndex"] = 7, ["Dhcp"] = "Disabled" },
            new Hashtable { ["InterfaceAlias"] = "Ethernet 3", ["ifIndex"] = 8, ["Dhcp"] = "Enabled" },
            new Hashtable { ["InterfaceAlias"] = "Loopback Pseudo-Interface 1", ["ifIndex"] = 1, ["Dhcp"] = "Disabled" },
        };
        _guest.Boot();

        _guest.Calls.Take(3).Should().Equal("Remove-NetRoute 7 0.0.0.0/0", "Set-NetIPInterface 7 IPv4 Enabled", "Set-DnsClientServerAddress 7 True");
        _guest.Report.Steps.First().Should().Be(
            new GuestStepEnded(GuestStep.EnableDHCP, GuestStepOutcome.Done, "Interfaces that had a static address: 1."));
    }

    [Theory]
    [InlineData("Error: 0xC004D307 The maximum allowed number of re-arms has been exceeded.", 0, GuestStepOutcome.CountExceeded)]
    [InlineData("Fehler: 0xc004d307 Zu oft.", 1, GuestStepOutcome.CountExceeded)]
    [InlineData("Error: 0xC004F074 No key service.", 0, GuestStepOutcome.Failed)]
    [InlineData("nothing", 5, GuestStepOutcome.Failed)]
    public void A_rearm_that_went_wrong_is_told_apart_by_its_code(string text, int code, GuestStepOutcome outcome)
    {
        _guest.World["Rearm"] = WindowsGuest.Answer(text, code);
        _guest.World["OfficeRearm"] = WindowsGuest.Answer(text, code);
        _guest.WithOffice().Boot();

        _guest.Report.Steps.Skip(1).Should().Equal(
            new GuestStepEnded(GuestStep.OsRearm, outcome, text), new GuestStepEnded(GuestStep.OfficeRearm, outcome, text));
        _guest.Report.IsComplete.Should().BeTrue();
    }

    [Fact]
    public void Without_office_there_is_nothing_to_rearm()
    {
        _guest.Boot();

        _guest.Report.Steps.Last().Should().Be(new GuestStepEnded(GuestStep.OfficeRearm, GuestStepOutcome.NotApplicable, null));
        _guest.Calls.Should().NotContain(call => call.Contains("OSPP"));
    }

    [Fact]
    public void Excluded_steps_are_left_out()
    {
        _guest.WithOffice().Boot(new GuestScriptOptions(WindowsGuest.Nonce) { ExcludedSteps = [GuestStep.OsRearm, GuestStep.OfficeRearm] });

        _guest.Report.Steps.Select(step => step.Outcome).Should().Equal(GuestStepOutcome.Done, GuestStepOutcome.Excluded, GuestStepOutcome.Excluded);
        _guest.Calls.Should().Equal("Stop-Computer True");
    }

    [Fact]
    public void Steps_and_facts_that_fail_do_not_stop_the_report()
    {
        _guest.World["NoCim"] = true;
        _guest.World.Remove("Win32_ComputerSystem");
        _guest.World["InterfacesFail"] = "The \"service\" é is\r\n\tdown.";
        _guest.World["Rearm"] = new Hashtable { ["Throws"] = new string('x', 300) };
        _guest.Registry.Clear();
        _guest.Boot();

        _guest.Lines.Skip(1).Should().Equal(
            """darkroom nonce4windows {"event":"step","name":"EnableDHCP","outcome":"Failed","detail":"The \"service\" \u00e9 is down."}""",
            $$"""darkroom nonce4windows {"event":"step","name":"OsRearm","outcome":"Failed","detail":"{{new string('x', 200)}}"}""",
            """darkroom nonce4windows {"event":"step","name":"OfficeRearm","outcome":"NotApplicable"}""",
            """darkroom nonce4windows {"event":"fact","name":"OperatingSystem","value":""}""",
            """darkroom nonce4windows {"event":"fact","name":"OsBuild","value":""}""",
            """darkroom nonce4windows {"event":"fact","name":"AgentVersion","value":""}""",
            """darkroom nonce4windows {"event":"fact","name":"MCSIO","value":false}""",
            """darkroom nonce4windows {"event":"fact","name":"SessionSupport","value":"Unknown"}""",
            """darkroom nonce4windows {"event":"fact","name":"IdentityJoinStatus","value":"Unknown"}""",
            """darkroom nonce4windows {"event":"end"}""");
        _guest.Calls.Should().Contain("Stop-Computer True");
    }

    [Theory]
    [InlineData(1, 4, 0, "SingleSession")]
    [InlineData(1, 175, 0, "MultiSession")]
    [InlineData(3, 7, 1, "MultiSession")]
    [InlineData(3, 7, 0, "SingleSession")]
    public void Session_support_follows_the_kind_of_windows(int productType, int sku, int sessionHost, string support)
    {
        _guest.OperatingSystem["ProductType"] = productType;
        _guest.OperatingSystem["OperatingSystemSKU"] = sku;
        _guest.Registry[WindowsGuest.TerminalServer] = new Hashtable { ["TSAppCompat"] = sessionHost };

        _guest.Boot().Report[GuestFactName.SessionSupport].Should().Be(support);
    }

    [Theory]
    [InlineData(false, false, "None")]
    [InlineData(true, false, "ActiveDirectory")]
    [InlineData(false, true, "AzureAD")]
    [InlineData(true, true, "HybridAzureAD")]
    public void Join_status_follows_domain_and_cloud(bool domain, bool cloud, string status)
    {
        _guest.World["Win32_ComputerSystem"] = new Hashtable { ["PartOfDomain"] = domain };
        if (cloud) _guest.Registry[WindowsGuest.JoinInfo] = new[] { new Hashtable { ["TenantId"] = "t" } };

        _guest.Boot().Report[GuestFactName.IdentityJoinStatus].Should().Be(status);
    }

    [Fact]
    public void The_agent_is_found_among_32_bit_programs_and_the_driver_by_its_service()
    {
        _guest.Registry.Remove(WindowsGuest.Uninstall);
        _guest.Registry[WindowsGuest.Uninstall32] = new[] { WindowsGuest.Entry("Citrix Virtual Apps and Desktops 7 - Virtual Delivery Agent", "2303.0.0.5") };
        _guest.Registry[WindowsGuest.McsIoService] = new Hashtable { ["Start"] = 0 };
        _guest.Boot();

        _guest.Report[GuestFactName.AgentVersion].Should().Be("2303.0.0.5");
        _guest.Report[GuestFactName.MCSIO].Should().Be("true");
    }

    [Fact]
    public void Whatever_the_text_of_a_fact_it_comes_through_as_ascii()
    {
        const string Caption = "Microsoft\u00ae \"Windows\" \\ Español 漢字 😀 \u0001\u007f";
        _guest.OperatingSystem["Caption"] = Caption;
        _guest.Boot();

        _guest.Report[GuestFactName.OperatingSystem].Should().Be(Caption);
        _guest.Lines.Should().AllSatisfy(line => line.Should().Match(text => text.All(c => c >= ' ' && c < 127)));
    }

    [Fact]
    public void A_guest_that_is_told_to_stays_on()
    {
        _guest.Boot(new GuestScriptOptions(WindowsGuest.Nonce) { NoAutoShutdown = true });

        _guest.Report.IsComplete.Should().BeTrue();
        _guest.Calls.Should().NotContain("Stop-Computer True");
    }

    [Fact]
    public void A_second_boot_of_the_same_preparation_does_nothing_and_another_preparation_runs()
    {
        var once = _guest.Boot().Lines;
        _guest.Boot().Lines.Should().Equal(once);
        _guest.Calls.Should().ContainSingle(call => call.StartsWith("Stop-Computer"));

        _guest.Boot(new GuestScriptOptions(new GuestNonce("another1"))).Lines.Should().HaveCount(once.Length * 2);
    }
}
