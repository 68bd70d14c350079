namespace Darkroom.PowerShell.Tests.Host;

/// <summary>The stand-ins do for a provider of the engine what they are to do for ours.</summary>
public sealed class StandInTests
{
    [Fact]
    public async Task Item_commands_reach_a_provider()
    {
        using var host = PowerShellHost.Start();
        var result = await host.RunAsync(
            """
            New-Item -Path Variable:\one -Value 1 | Select-Object -ExpandProperty Value
            Set-Item -Path Variable:\one -Value 2
            Rename-Item -Path Variable:\one -NewName two
            Get-Item -LiteralPath Variable:\two | Select-Object -ExpandProperty Value
            Get-ChildItem -Path Variable:\tw* | Select-Object -ExpandProperty Name
            Remove-Item -Path Variable:\two -WhatIf
            Test-Path -Path Variable:\two
            Remove-Item -Path Variable:\two
            Test-Path -Path Variable:\two
            """);
        result.ShouldSucceed().Output.Select(item => item.BaseObject).Should().Equal(1, 2, "two", true, false);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_an_error_and_not_the_end()
    {
        using var host = PowerShellHost.Start();
        var result = await host.RunAsync("Get-Item -Path Variable:\\nowhere; 'after'");
        result.ShouldFail("PathNotFound");
        result.Output.Should().ContainSingle();
    }
}
