using Darkroom.Contracts.Images;
using Darkroom.Core.Images.Guest;

namespace Darkroom.Core.Tests.Images.Guest;

public sealed class WindowsPowerShellSyntaxTests
{
    [Fact]
    public void The_script_has_nothing_that_windows_powershell_5_1_lacks() =>
        WindowsPowerShellRules.Violations(GuestScript.Render(OsType.Windows, new GuestScriptOptions(new GuestNonce("abc12345"))
        {
            ExcludedSteps = Enum.GetValues<GuestStep>(),
        })).Should().BeEmpty();

    [Theory]
    [InlineData("$x = $true ? 1 : 2")]
    [InlineData("$x = $null ?? 1")]
    [InlineData("$x ??= 1")]
    [InlineData("${x}?.Length")]
    [InlineData("${x}?[0]")]
    [InlineData("${x}?.Trim()")]
    [InlineData("cscript a && cscript b")]
    [InlineData("cscript a || cscript b")]
    [InlineData("Stop-Computer -Force &")]
    [InlineData("1..3 | ForEach-Object -Parallel { $_ }")]
    [InlineData("Get-CimInstance -ClassName x -Parallel")]
    [InlineData("Stop-Computer -Force -NewParameter")]
    [InlineData("function f { process { 1 } clean { 2 } }")]
    [InlineData("using namespace System.IO")]
    [InlineData("#requires -Version 7.0\n$x = 1")]
    [InlineData("[Convert]::ToHexString($x)")]
    [InlineData("[System.IO.File]::ReadAllTextAsync('x')")]
    [InlineData("[System.IO.File]::Move('x', 'y', $true)")]
    [InlineData("[System.OperatingSystem]::IsWindows")]
    [InlineData("'abc'.EndsWith([char]'c')")]
    [InlineData("$x.AsSpan()")]
    [InlineData("$x.$y()")]
    [InlineData("[System.Text.Json.JsonDocument]$x")]
    [InlineData("$x = [System.Text.Rune]'a'")]
    [InlineData("[System.Half[]]$x = 1")]
    [InlineData("if ($IsWindows) { 1 }")]
    [InlineData("$PSStyle.Reset")]
    [InlineData("\"`e[0m$x\"")]
    [InlineData("\"`u{1F600}\"")]
    [InlineData("0b1010")]
    [InlineData("$x = 10u")]
    [InlineData("$x = 10n")]
    [InlineData("'a' -replace 'a', { 'b' }")]
    [InlineData("Get-Error")]
    [InlineData("Test-Json $x")]
    [InlineData("Remove-Service x")]
    [InlineData("if ($x {")]
    [InlineData("class A { }")]
    public void A_planted_piece_of_newer_powershell_is_caught(string script) => WindowsPowerShellRules.Violations(script).Should().NotBeEmpty();

    [Theory]
    [InlineData("$x = @(1, 2) -join ','; if ($x -match '0x[0-9A-F]{8}') { \"$x`n\" }")]
    [InlineData("function Say([string]$Text) { cscript '//nologo' $Text }\nSay ([System.IO.Path]::Combine('a', 'b'))")]
    [InlineData("$x = 0x1F; $y = 10kb; \"``e\"; foreach ($i in @($x)) { $i }")]
    [InlineData("try { & $Action } catch { $_.Exception.Message }")]
    public void Plain_5_1_passes(string script) => WindowsPowerShellRules.Violations(script).Should().BeEmpty();
}
