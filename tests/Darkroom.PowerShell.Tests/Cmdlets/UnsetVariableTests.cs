using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>A choice that is given by an unset variable is refused: with everything in its place, the next command of the pipeline would remove it.</summary>
public sealed class UnsetVariableTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    [Theory]
    [InlineData("Get-ProvTask -TaskId $unset | Stop-ProvTask")]
    [InlineData("Get-ProvImageDefinition -ImageDefinitionUid $unset")]
    [InlineData("Get-ProvImageVersion -ImageVersionUid $unset.ImageVersionUid")]
    [InlineData("Get-ProvImageVersion unset -ImageVersionNumber $unset")]
    [InlineData("Get-ProvImageVersionSpec -ImageVersionSpecUid $unset")]
    [InlineData("Get-ProvImageVersionSpec -ImageVersionUid $unset.ImageVersionUid")]
    [InlineData("Get-ProvImageVersionSpec -ImageVersionNumber $unset")]
    [InlineData("Get-BrokerHypervisorConnection -Uid $unset")]
    [InlineData("Get-BrokerHypervisorConnection -HypHypervisorConnectionUid $unset.HypervisorConnectionUid")]
    [InlineData("Add-ProvImageVersionSpec -ImageDefinitionName unset -ImageVersionNumber $unset -HostingUnitName wsc -MasterImagePath any.template")]
    public async Task Nothing_is_chosen_by_a_variable_that_is_not_set(string script)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        await host.RunAsync("New-ProvImageDefinition unset -OsType Windows -VDASessionSupport MultiSession; New-ProvImageVersion unset");
        var result = await host.RunAsync(script);
        result.ShouldFail("ParameterArgumentValidationError");
        result.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task No_listing_takes_an_unset_value_for_everything()
    {
        using var host = PowerShellHost.Start();
        var choices =
            from cmdlet in await ExportedCmdlets.AllAsync()
            where cmdlet.Verb == "Get"
            from parameter in cmdlet.Parameters.Values
            where Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            select (cmdlet.Name, Parameter: parameter.Name);
        choices.Should().HaveCountGreaterThan(8);
        foreach (var (name, parameter) in choices)
        {
            var result = await host.RunAsync("$given = @{ $args[1] = $null }; & $args[0] @given", name, parameter);
            (result.Terminated ?? result.Errors.Single()).FullyQualifiedErrorId.Should().StartWith("ParameterArgumentValidationError", "of {0} -{1}", name, parameter);
        }
    }
}
