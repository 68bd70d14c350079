using System.Management.Automation;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>A text that PowerShell doesn't understand as a pattern is refused by whatever takes wildcards, whether there is something to compare it with or not.</summary>
public sealed class PatternTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    [Fact]
    public async Task What_is_no_pattern_is_refused_by_each_parameter_that_takes_wildcards()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var parameters =
            from cmdlet in await ExportedCmdlets.AllAsync()
            from parameter in cmdlet.Parameters.Values
            where parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any()
            select (cmdlet.Name, Parameter: parameter.Name);
        parameters.Should().HaveCountGreaterThan(15);
        foreach (var (cmdlet, parameter) in parameters)
        {
            var error = (await host.RunAsync("$given = @{ $args[1] = '[a' }; & $args[0] @given", cmdlet, parameter)).ShouldFail("InvalidFilter");
            (error.CategoryInfo.Category, error.TargetObject).Should().Be((ErrorCategory.InvalidArgument, "[a"), "{0} -{1}", cmdlet, parameter);
            error.ErrorDetails.RecommendedAction.Should().Contain("Close each [");
        }
    }

    [Fact]
    public async Task What_cannot_be_read_of_a_list_is_the_target_of_its_error()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        foreach (var (script, target) in new[]
        {
            ("Get-ProvTask -Filter 'Nome -eq 1'", "Nome -eq 1"), ("Get-ProvTask -SortBy Nome", "Nome"), ("Get-ProvTask -Property Nome", "Nome"),
        })
        {
            (await host.RunAsync(script)).Errors.Should().ContainSingle().Which.TargetObject.Should().Be(target);
        }
    }
}
