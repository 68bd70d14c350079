using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>Lists that are longer than what is returned unless asked for.</summary>
[Trait("Suite", "full")]
public sealed class ManyObjectsTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    [Fact]
    public async Task The_first_250_are_returned_with_a_warning_and_more_are_when_asked_for()
    {
        var client = fixture.Server.Administrator;
        for (var i = 0; i < 251; i++)
        {
            await client.ImageDefinitions.CreateAsync(
                new CreateImageDefinitionRequest { ImageDefinitionName = $"many{i:000}", OsType = OsType.Linux, SessionSupport = SessionSupport.MultiSession },
                ct: TestContext.Current.CancellationToken);
        }

        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var first = await host.RunAsync("Get-ProvImageDefinition");
        first.ShouldSucceed().Output.Should().HaveCount(250);
        first.Warnings.Should().ContainSingle().Which.Should().Contain("-MaxRecordCount");

        var all = await host.RunAsync("Get-ProvImageDefinition -MaxRecordCount 2147483647");
        all.ShouldSucceed().Output.Should().HaveCount(251);
        all.Warnings.Should().BeEmpty();

        var some = await host.RunAsync("Get-ProvImageDefinition many* -MaxRecordCount 10");
        some.ShouldSucceed().Output.Should().HaveCount(10);
        some.Warnings.Should().BeEmpty();
    }
}
