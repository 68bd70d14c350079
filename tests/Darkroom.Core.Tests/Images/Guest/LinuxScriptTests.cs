using Darkroom.Contracts.Images;
using Darkroom.Core.Images.Guest;

namespace Darkroom.Core.Tests.Images.Guest;

[Trait("Suite", "full")]
public sealed class LinuxScriptTests
{
    [Fact]
    public async Task A_prepared_guest_prints_its_whole_report_and_shuts_down()
    {
        using var guest = new LinuxGuest().WithAgent("24.11.0.20-1.ubuntu24.04", 'N');
        guest.Etc("netplan/50-cloud-init.yaml", "network:\n  ethernets:\n    ens5: {dhcp4: true}\n");
        await guest.Boot();

        guest.Lines.Should().Equal(
            """darkroom nonce4linux {"event":"begin","script":1,"os":"Linux"}""",
            """darkroom nonce4linux {"event":"step","name":"EnableDHCP","outcome":"Done"}""",
            """darkroom nonce4linux {"event":"step","name":"OsRearm","outcome":"NotApplicable"}""",
            """darkroom nonce4linux {"event":"step","name":"OfficeRearm","outcome":"NotApplicable"}""",
            """darkroom nonce4linux {"event":"fact","name":"OperatingSystem","value":"Ubuntu 24.04.1 LTS"}""",
            """darkroom nonce4linux {"event":"fact","name":"OsBuild","value":"6.8.0-1021-aws"}""",
            """darkroom nonce4linux {"event":"fact","name":"AgentVersion","value":"24.11.0.20"}""",
            """darkroom nonce4linux {"event":"fact","name":"MCSIO","value":true}""",
            """darkroom nonce4linux {"event":"fact","name":"SessionSupport","value":"MultiSession"}""",
            """darkroom nonce4linux {"event":"fact","name":"IdentityJoinStatus","value":"None"}""",
            """darkroom nonce4linux {"event":"end"}""");
        guest.Calls.Should().Equal("shutdown -h now");
        GuestJudgement.Judge(guest.Report, new GuestExpectation(OsType.Linux, SessionSupport.MultiSession)).Should().BeOfType<GuestVerified>();
    }

    [Fact]
    public async Task A_guest_without_an_agent_says_so()
    {
        using var guest = await new LinuxGuest().Boot();

        guest.Report[GuestFactName.AgentVersion].Should().BeEmpty();
        guest.Report[GuestFactName.MCSIO].Should().Be("false");
        guest.Report[GuestFactName.SessionSupport].Should().Be("Unknown");
        guest.Report.IsComplete.Should().BeTrue();
    }

    [Theory]
    [InlineData('Y', "SingleSession")]
    [InlineData('n', "MultiSession")]
    public async Task Session_support_follows_the_agents_setting(char mode, string support)
    {
        using var guest = await new LinuxGuest().WithAgent("24.11", mode).Boot();

        guest.Report[GuestFactName.SessionSupport].Should().Be(support);
    }

    [Fact]
    public async Task An_agent_from_an_rpm_is_found_and_a_keytab_means_a_domain()
    {
        using var guest = new LinuxGuest().Command("rpm", "printf 23.11.0.5").Etc("krb5.keytab", "x");
        await guest.Boot();

        guest.Report[GuestFactName.AgentVersion].Should().Be("23.11.0.5");
        guest.Report[GuestFactName.IdentityJoinStatus].Should().Be("ActiveDirectory");
    }

    [Fact]
    public async Task Excluded_steps_are_left_out()
    {
        using var guest = await new LinuxGuest().Boot(new GuestScriptOptions(LinuxGuest.Nonce) { ExcludedSteps = Enum.GetValues<GuestStep>() });

        guest.Report.Steps.Should().AllSatisfy(step => step.Outcome.Should().Be(GuestStepOutcome.Excluded)).And.HaveCount(3);
    }

    [Fact]
    public async Task A_guest_that_is_told_to_stays_on()
    {
        using var guest = await new LinuxGuest().Boot(new GuestScriptOptions(LinuxGuest.Nonce) { NoAutoShutdown = true });

        guest.Report.IsComplete.Should().BeTrue();
        guest.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_second_boot_of_the_same_preparation_does_nothing_and_another_preparation_runs()
    {
        using var guest = await new LinuxGuest().Boot();
        var once = guest.Lines;
        await guest.Boot();
        guest.Lines.Should().Equal(once);
        guest.Calls.Should().ContainSingle();

        await guest.Boot(new GuestScriptOptions(new GuestNonce("another1")));
        guest.Lines.Should().HaveCount(once.Length * 2);
    }

    [Fact]
    public async Task A_step_that_fails_does_not_stop_the_report()
    {
        using var guest = await new LinuxGuest().Command("nmcli", "echo 'NetworkManager is \"not\" running.\n\ttab' >&2; exit 8").Boot();

        guest.Lines[1].Should().Be(
            """darkroom nonce4linux {"event":"step","name":"EnableDHCP","outcome":"Failed","detail":"NetworkManager is \"not\" running. tab"}""");
        guest.Report.IsComplete.Should().BeTrue();
    }

    [Fact]
    public async Task Static_addresses_become_dhcp()
    {
        using var guest = new LinuxGuest()
            .Command(
                "nmcli", "case $1 in -g) printf 'aaaa:802-3-ethernet\\nbbbb:loopback\\n' ;; *) echo \"nmcli $*\" >>\"${DARKROOM_SERIAL%/*}/calls\" ;; esac")
            .Etc("sysconfig/network-scripts/ifcfg-eth0", "DEVICE=eth0\nBOOTPROTO=static\nIPADDR=10.0.0.5\nPREFIX=24\nGATEWAY=10.0.0.1\nONBOOT=yes\n")
            .Etc("sysconfig/network-scripts/ifcfg-lo", "IPADDR=127.0.0.1\n")
            .Etc("netplan/01-static.yaml", "network:\n  ethernets:\n    ens5:\n      addresses: [10.0.0.5/24]\n");
        await guest.Boot();

        guest.Calls.Should().NotContain(call => call.Contains("bbbb"))
            .And.Contain("nmcli connection modify aaaa ipv4.method auto ipv4.addresses  ipv4.gateway  ipv4.dns ");
        File.ReadAllLines(guest.PathOf("etc/sysconfig/network-scripts/ifcfg-eth0")).Should().Equal("DEVICE=eth0", "ONBOOT=yes", "BOOTPROTO=dhcp");
        File.ReadAllText(guest.PathOf("etc/sysconfig/network-scripts/ifcfg-lo")).Should().Be("IPADDR=127.0.0.1\n");
        File.Exists(guest.PathOf("etc/netplan/01-static.yaml")).Should().BeFalse();
        File.ReadAllText(guest.PathOf("etc/netplan/60-darkroom.yaml")).Should().Contain("dhcp4: true");
        guest.Report.Steps.First().Outcome.Should().Be(GuestStepOutcome.Done);
    }

    [Theory]
    [InlineData("quote \\\" back \\\\ slash", "quote \" back \\ slash")]
    [InlineData("Español 漢字 😀", "Español 漢字 😀")]
    [InlineData("bell\a", "bell\a")]
    public async Task Whatever_the_text_of_a_fact_it_comes_through_as_ascii(string written, string value)
    {
        using var guest = new LinuxGuest().Etc("os-release", $"PRETTY_NAME=\"{written}\"\n");
        await guest.Boot();

        guest.Report[GuestFactName.OperatingSystem].Should().Be(value);
        guest.Lines.Should().AllSatisfy(line => line.Should().Match(text => text.All(c => c >= ' ' && c < 127)));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_marked_and_break_nothing()
    {
        using var guest = new LinuxGuest().Command("uname", @"printf 'a\377b\303c\340\200\200d\355\240\200'");
        await guest.Boot();

        guest.Report[GuestFactName.OsBuild].Should().Be("a\ufffdb\ufffdc\ufffdd\ufffd");
    }
}
