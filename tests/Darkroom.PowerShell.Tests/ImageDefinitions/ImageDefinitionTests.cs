using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.ImageDefinitions;

/// <summary>The cmdlets of image definitions, against a real server.</summary>
public sealed class ImageDefinitionTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private readonly DarkroomServer _server = fixture.Server;

    [Fact]
    public async Task A_definition_is_made_and_found_again()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var made = await host.RunAsync("New-ProvImageDefinition office -OsType Windows -VdaSessionSupport MultiSession -Description 'all of us'");
        made.ShouldSucceed();
        made["ImageDefinitionName"].Should().Be("office");
        made["LatestVersion"].Should().Be(0);

        var found = await host.RunAsync("Get-ProvImageDefinition OFFICE");
        found.ShouldSucceed()["ImageDefinitionUid"].Should().Be(made["ImageDefinitionUid"]);
    }

    [Fact]
    public async Task Names_are_tested_before_they_are_taken()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        await host.RunAsync("New-ProvImageDefinition taken -OsType Linux -VDASessionSupport SingleSession");
        var result = await host.RunAsync("Test-ProvImageDefinitionNameAvailable -ImageDefinitionName taken, free | Where-Object -not Available | Select-Object -ExpandProperty Name");
        result.ShouldSucceed().Output.Select(name => name.BaseObject).Should().Equal("taken");
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_with_the_code_of_the_catalogue()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        await host.RunAsync("New-ProvImageDefinition twice -OsType Windows -VDASessionSupport MultiSession");
        var again = await host.RunAsync("New-ProvImageDefinition Twice -OsType Windows -VDASessionSupport MultiSession");
        var error = again.ShouldFail("ImageDefinitionNameTaken");
        error.CategoryInfo.Category.Should().Be(System.Management.Automation.ErrorCategory.ResourceExists);
        error.TargetObject.Should().Be("Twice");
        error.ErrorDetails.RecommendedAction.Should().Contain("Choose another name");
    }
}
