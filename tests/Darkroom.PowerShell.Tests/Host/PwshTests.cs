using Darkroom.Contracts.Access;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>
/// The files of the folder Scripts, run in a full PowerShell, and in the engine of the other tests as well where that has what they need: it lacks tables, and the
/// tests' process has the module's assembly from another folder than the module's, by which the engine doesn't know the drive for the module's own when it is imported twice.
/// </summary>
[Trait("Suite", "full")]
public sealed class PwshTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string[]> Expected = new()
    {
        ["documented-chain.ps1"] =
        [
            "names image1,image2 True,True", "definition image1, connected True", "version 1", "task Finished", "spec Success, of the task True",
            "shared ImageShareOwnHostingUnit,Darkroom.PowerShell.ImageVersionSpecs.AddProvImageVersionSpecHostingUnit",
        ],
        ["documented-removal.ps1"] =
        [
            "shares wsc-b", "still used ImageVersionHasSpecs", "unshared Finished", "prepared Finished", "master Finished", "specs 0", "versions 0", "connections 0", "definitions 0",
        ],
        ["drive.ps1"] =
        [
            "roots Connections,HostingUnits", "unit wsc", "subnets True", "image ami-00123456789abcdef", "by uid True, unknown False", "here True", "made main",
            "maintenance True", "renamed True, left False", "removed True",
        ],
        ["screen.ps1"] =
        [
            "completed completed", "tasks TaskId,TaskType,TaskState,%,DateStarted, fits True", "scheme ServiceOffering,MachineProfile,NetworkMapping,CustomProperties, fits True",
            "settings Name,Value,DefaultValue,Description, fits True",
            "connections HypervisorConnectionName,ConnectionType,Region,AccountId,UserName,MaintenanceMode, fits True",
            "units HostingUnitName,HypervisorConnection,RootId,AvailabilityZones,Networks, fits True", "unreachable ServerUnreachable,Microsoft.PowerShell.Commands.GetItemCommand",
        ],
        ["import.ps1"] = ["imported 1, drives 1", "again 1, drives 1", "answers True", "removed 0, drives 0, cmdlets 0", "back True"],
    };

    public static TheoryData<string> Scripts => [.. Expected.Keys];

    [Theory]
    [InlineData("documented-chain.ps1")]
    [InlineData("documented-removal.ps1")]
    [InlineData("drive.ps1")]
    public Task A_script_runs_in_the_engine(string script) => RunAsync(script, async (file, server) =>
    {
        using var host = PowerShellHost.StartEmpty();
        var ran = await host.RunAsync(
            "& $args[0] -Module $args[1] -Url $args[2] -Token $args[3]", file, BuiltModule.Manifest, server.Url.AbsoluteUri, server.Tokens[Role.Administrator]);
        return ran.ShouldSucceed().Output.Select(line => line.ToString());
    });

    [Theory]
    [MemberData(nameof(Scripts))]
    public Task A_script_runs_in_a_full_PowerShell(string script) => RunAsync(script, (file, server) => Pwsh.RunAsync(
        file, "-Module", BuiltModule.Manifest, "-Url", server.Url.AbsoluteUri, "-Token", server.Tokens[Role.Administrator]));

    // The time that the import takes depends on the machine, so it is told and not judged.
    private async Task RunAsync(string script, Func<string, DarkroomServer, Task<IEnumerable<string>>> run)
    {
        await using var wsc = new WscFixture();
        await wsc.InitializeAsync();
        var lines = (await run(Path.Combine(AppContext.BaseDirectory, "Host", "Scripts", script), wsc.Server)).ToLookup(line => line.StartsWith("took ", StringComparison.Ordinal));
        foreach (var told in lines[true])
        {
            output.WriteLine($"The import {told}.");
        }

        lines[false].Should().Equal(Expected[script]);
    }
}
