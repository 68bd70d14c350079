using Darkroom.Contracts.Access;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>Scripts that import nothing: once the module is on the module path, PowerShell finds it by the first command that is its own.</summary>
public sealed class AutoloadTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>, IDisposable
{
    private const string Variable = "PSModulePath";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("darkroom-modules-");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("$zone = Get-ConfigZone -AdminAddress $args[0] -BearerToken $args[1]; Add-PSSnapin Citrix*")]
    [InlineData("asnp Citrix.Host.Admin.V2, Citrix.MachineCreation.Admin.V2; $zone = Get-ConfigZone -AdminAddress $args[0] -BearerToken $args[1]")]
    public async Task The_first_command_of_a_script_brings_the_module_and_its_drive(string script)
    {
        foreach (var file in Directory.GetFiles(BuiltModule.Folder))
        {
            File.Copy(file, Path.Combine(_folder.CreateSubdirectory("Darkroom").FullName, Path.GetFileName(file)), overwrite: true);
        }

        Environment.SetEnvironmentVariable(Variable, string.Join(Path.PathSeparator, _folder.FullName, _before));
        using var host = PowerShellHost.StartEmpty();
        var result = await host.RunAsync(
            script + "; (Get-Module Darkroom).Name; $zone.IsPrimary; Test-Path XDHyp:\\Connections", fixture.Server.Url.AbsoluteUri, fixture.Server.Tokens[Role.Administrator]);
        result.ShouldSucceed().Output.Select(item => item.BaseObject).Should().Equal("Darkroom", true, true);
    }
}
