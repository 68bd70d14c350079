using System.Management.Automation;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>How cmdlets behave in a pipeline.</summary>
public sealed class PipelineTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    [Fact]
    public async Task One_bad_object_does_not_stop_the_rest()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var result = await host.RunAsync(
            """
            'pipe1', 'pipe2' | ForEach-Object { $null = New-ProvImageDefinition $_ -OsType Windows -VDASessionSupport MultiSession }
            'pipe1', 'missing', 'pipe2' | ForEach-Object { [pscustomobject]@{ ImageDefinitionName = $_ } } | Set-ProvImageDefinition -Description changed
            """);
        result.Output.Select(definition => definition.Properties["ImageDefinitionName"].Value).Should().Equal("pipe1", "pipe2");
        result.ShouldFail("ImageDefinitionNotFound").TargetObject.Should().Be("missing");
    }

    [Fact]
    public async Task Versions_are_piped_into_the_cmdlet_that_changes_them()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var result = await host.RunAsync(
            """
            $null = New-ProvImageDefinition versioned -OsType Windows -VDASessionSupport MultiSession
            1..2 | ForEach-Object { $null = New-ProvImageVersion versioned -Description "number $_" -Metadata @{ round = $_ } }
            Get-ProvImageVersion versioned | Where-Object ImageVersionNumber -eq 2 | Set-ProvImageVersion -Description ''
            Get-ProvImageVersion versioned | Select-Object -ExpandProperty Description
            (Get-ProvImageVersion versioned 2).Metadata.Round
            """);
        result.ShouldSucceed().Output.Skip(1).Select(text => text.BaseObject).Should().Equal("number 1", "", "2");
    }

    [Theory]
    [InlineData("Set-ProvImageDefinition idle", "idle")]
    [InlineData("Set-ProvImageVersion idle 1", "idle 1")]
    [InlineData("Get-ProvImageVersion idle | Set-ProvImageVersion", "idle 1")]
    public async Task A_change_that_says_nothing_is_refused_with_what_could_be_changed(string script, string target)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        await host.RunAsync("if (-not (Get-ProvImageDefinition idle*)) { New-ProvImageDefinition idle -OsType Windows -VDASessionSupport MultiSession; New-ProvImageVersion idle }");
        var error = (await host.RunAsync(script)).ShouldFail("NothingToChange");
        (error.CategoryInfo.Category, error.TargetObject).Should().Be((ErrorCategory.InvalidArgument, target));
        error.ErrorDetails.RecommendedAction.Should().Be("Give Description.");
    }

    [Fact]
    public async Task An_unset_variable_is_no_value_for_what_may_be_left_out()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var result = await host.RunAsync(
            """
            $splat = @{ ImageDefinitionName = 'unset'; OsType = 'Linux'; VDASessionSupport = 'MultiSession'; Description = $null; Metadata = $null; LoggingId = [guid]::NewGuid() }
            New-ProvImageDefinition @splat
            """);
        result.ShouldSucceed()["Description"].Should().Be("");
    }

    [Fact]
    public async Task Renaming_takes_the_old_name_of_the_parameter_as_well()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var result = await host.RunAsync(
            """
            $made = New-ProvImageDefinition before -OsType Windows -VDASessionSupport MultiSession
            $null = Rename-ProvImageDefinition before -NewPreparedImageDefinitionName between
            Rename-ProvImageDefinition -ImageDefinitionUid $made.ImageDefinitionUid -NewImageDefinitionName after
            """);
        result.ShouldSucceed()["ImageDefinitionName"].Should().Be("after");
        (await host.RunAsync("Get-ProvImageDefinition before")).ShouldFail("ImageDefinitionNotFound").CategoryInfo.Category.Should().Be(ErrorCategory.ObjectNotFound);
    }
}
