using System.Text;
using Darkroom.Contracts.Images;
using Darkroom.Core.Images.Guest;

namespace Darkroom.Core.Tests.Images.Guest;

public sealed class GuestScriptTests
{
    private static readonly GuestNonce LongestNonce = new(new string('n', 64));

    private static readonly GuestScriptOptions Everything = new(LongestNonce) { ExcludedSteps = Enum.GetValues<GuestStep>(), NoAutoShutdown = true };

    [Theory]
    [InlineData(OsType.Windows)]
    [InlineData(OsType.Linux)]
    public void User_data_fits_even_with_everything_filled_in(OsType os)
    {
        Encoding.UTF8.GetByteCount(GuestScript.UserData(os, Everything)).Should().BeLessThan(GuestScript.MaxBytes);
    }

    [Theory]
    [InlineData(OsType.Windows)]
    [InlineData(OsType.Linux)]
    public void A_script_is_plain_ascii_with_nothing_left_to_fill_in(OsType os)
    {
        var script = GuestScript.UserData(os, Everything);

        script.Should().Match(text => text.All(c => c == '\n' || (c >= ' ' && c < 127)));
        script.Should().NotContainAny("{nonce}", "{excludedSteps}", "{noAutoShutdown}");
    }

    [Fact]
    public void The_shell_script_has_its_parameters_as_lines() =>
        GuestScript.Render(OsType.Linux, new GuestScriptOptions(new GuestNonce("abc12345")) { ExcludedSteps = [GuestStep.OfficeRearm, GuestStep.OsRearm] })
            .Split('\n').Should().Contain(["DARKROOM_NONCE='abc12345'", "DARKROOM_EXCLUDED_STEPS='OsRearm OfficeRearm'", "DARKROOM_NO_AUTO_SHUTDOWN='false'"])
            .And.StartWith("#!/bin/sh");

    [Fact]
    public void The_windows_script_has_its_parameters_as_lines() =>
        GuestScript.Render(OsType.Windows, new GuestScriptOptions(new GuestNonce("abc12345")) { ExcludedSteps = [GuestStep.OfficeRearm, GuestStep.OsRearm] })
            .Split('\n').Should().Contain(
                ["$DarkroomNonce = 'abc12345'", "$DarkroomExcludedSteps = @('OsRearm','OfficeRearm')", "$DarkroomNoAutoShutdown = $false"]);

    [Fact]
    public void With_no_step_excluded_the_lists_are_empty()
    {
        var options = new GuestScriptOptions(new GuestNonce("abc12345"));

        GuestScript.Render(OsType.Linux, options).Should().Contain("\nDARKROOM_EXCLUDED_STEPS=''\n");
        GuestScript.Render(OsType.Windows, options).Should().Contain("\n$DarkroomExcludedSteps = @()\n");
    }

    [Fact]
    public void Windows_user_data_runs_as_powershell_at_every_boot()
    {
        var data = GuestScript.UserData(OsType.Windows, Everything);

        data.Should().StartWith("<powershell>\n").And.EndWith("</powershell>\n<persist>true</persist>\n");
        data.Split("</powershell>").Should().HaveCount(2, "the script mustn't end its own wrapping");
    }

    [Theory]
    [InlineData("short")]
    [InlineData("abc'; rm -rf /;'")]
    [InlineData("abcdefgh ijkl")]
    [InlineData("")]
    public void A_nonce_that_a_script_could_misread_is_refused(string nonce) =>
        new Action(() => _ = new GuestNonce(nonce)).Should().Throw<ArgumentException>();

    [Fact]
    public void Nonces_are_all_different() => Enumerable.Range(0, 100).Select(_ => GuestNonce.Create()).Should().OnlyHaveUniqueItems();
}
