using System.Management.Automation;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.ImageVersionSpecs;

/// <summary>Specs of a version: one without any isn't one that isn't there.</summary>
public sealed class SpecListTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private const string Made =
        """
        $null = New-ProvImageDefinition bare -OsType Windows -VDASessionSupport MultiSession -ErrorAction Ignore
        $version = New-ProvImageVersion bare

        """;

    [Theory]
    [InlineData("Get-ProvImageVersionSpec -ImageVersionUid $version.ImageVersionUid")]
    [InlineData("Get-ProvImageVersionSpec -ImageDefinitionName bare")]
    [InlineData("Get-ProvImageVersionSpec -ImageDefinitionName bare -ImageVersionNumber $version.ImageVersionNumber")]
    [InlineData("Get-ProvImageVersionSpec -ImageDefinitionName nothing*")]
    [InlineData("Get-ProvImageVersionSpec -ImageVersionNumber 4711")]
    public async Task Nothing_is_listed_where_there_is_nothing(string script)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync(Made + script)).ShouldSucceed().Output.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Get-ProvImageVersionSpec -ImageVersionUid 7b7c2f4e-0000-0000-0000-000000000001", "ImageVersionNotFound")]
    [InlineData("Get-ProvImageVersionSpec -ImageDefinitionName bare -ImageVersionNumber 4711", "ImageVersionNotFound")]
    [InlineData("Get-ProvImageVersionSpec -ImageDefinitionName nobody", "ImageDefinitionNotFound")]
    [InlineData("Get-ProvImageVersionSpec -ImageDefinitionName nobody -ImageVersionNumber 1", "ImageDefinitionNotFound")]
    [InlineData("Get-ProvImageVersionSpec -ImageVersionSpecUid 7b7c2f4e-0000-0000-0000-000000000001", "ImageVersionSpecNotFound")]
    public async Task What_is_not_there_is_an_error_and_not_the_end(string script, string code)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var result = await host.RunAsync($"{Made}{script}; 'after'");
        result.ShouldFail(code).CategoryInfo.Category.Should().Be(ErrorCategory.ObjectNotFound);
        result.Output.Should().ContainSingle();
    }
}
