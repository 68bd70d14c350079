using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.ServiceConfiguration;

/// <summary>Settings of the whole site, by cmdlet.</summary>
public sealed class ServiceConfigurationTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    [Fact]
    public async Task A_setting_is_set_found_and_taken_back()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync("Set-ProvServiceConfigurationData -Name ImageManagementPrep_PreparationTimeout -Value 90")).ShouldSucceed().Output.Should().BeEmpty();
        var found = await host.RunAsync("Get-ProvServiceConfigurationData -Filter { SetTime -gt '-1' }");
        found.ShouldSucceed()["Name"].Should().Be("ImageManagementPrep_PreparationTimeout");
        found["Value"].Should().Be("90");

        (await host.RunAsync("Get-ProvServiceConfigurationData imagemanagementprep_preparation* | Remove-ProvServiceConfigurationData -WhatIf")).ShouldSucceed();
        (await host.RunAsync("(Get-ProvServiceConfigurationData ImageManagementPrep_PreparationTimeout).Value")).ShouldSucceed().Output[0].BaseObject.Should().Be("90");
        (await host.RunAsync("Get-ProvServiceConfigurationData imagemanagementprep_preparation* | Remove-ProvServiceConfigurationData")).ShouldSucceed();
        var back = await host.RunAsync("Get-ProvServiceConfigurationData ImageManagementPrep_PreparationTimeout");
        back.ShouldSucceed()["SetTime"].Should().BeNull();
        back["Value"].Should().Be(back["DefaultValue"]);
    }

    [Fact]
    public async Task An_unknown_setting_is_an_error_that_says_which_there_are()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        foreach (var script in new[] { "Get-ProvServiceConfigurationData Nothing", "Set-ProvServiceConfigurationData Nothing 1", "Remove-ProvServiceConfigurationData Nothing" })
        {
            (await host.RunAsync(script)).ShouldFail("ServiceSettingUnknown").ErrorDetails.RecommendedAction.Should().Contain("ImageManagementPrep_Excluded_Steps");
        }
    }

    [Theory]
    [InlineData("OsRearm,OfficeRearm", "OsRearm,OfficeRearm")]
    [InlineData("@('OfficeRearm', 'EnableDHCP')", "EnableDHCP,OfficeRearm")]
    [InlineData("'OsRearm, officerearm'", "OsRearm,OfficeRearm")]
    [InlineData("@()", "")]
    [InlineData("OsRearm", "OsRearm")]
    public async Task Several_steps_are_given_as_a_text_or_as_a_list(string value, string kept)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync($"Set-ProvServiceConfigurationData -Name ImageManagementPrep_Excluded_Steps -Value {value}")).ShouldSucceed();
        (await host.RunAsync("$set = Get-ProvServiceConfigurationData *_Excluded_Steps; $set | Remove-ProvServiceConfigurationData; $set")).ShouldSucceed()["Value"].Should().Be(kept);
    }

    [Theory]
    [InlineData("ImageManagementPrep_Excluded_Steps", "Nothing", "ServiceSettingInvalid")]
    [InlineData("ImageManagementPrep_PreparationTimeout", "'an hour'", "ServiceSettingInvalid")]
    [InlineData("ImageManagementPrep_PreparationTimeout", "0", "ServiceSettingInvalid")]
    [InlineData("ImageManagementPrep_NoAutoShutdown", "$true", "ServiceSettingUnsupported")]
    [InlineData("ImageManagementPrep_DoImagePreparation", "False", "ServiceSettingUnsupported")]
    public async Task A_value_that_cannot_be_is_refused_with_what_could(string name, string value, string code)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var error = (await host.RunAsync($"Set-ProvServiceConfigurationData {name} {value}")).ShouldFail(code);
        error.TargetObject.Should().Be(name);
        error.ErrorDetails.RecommendedAction.Should().NotBeEmpty();
    }
}
