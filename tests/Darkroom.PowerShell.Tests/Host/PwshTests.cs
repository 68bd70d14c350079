using Darkroom.Contracts.Access;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>
/// The files of the folder Scripts, run in the engine of the other tests and, where <c>pwsh</c> is on PATH, in that as well. The scripts are proven by the engine;
/// the start of <c>pwsh</c> itself is proven only where there is one. So is importing twice: this process has the module's assembly from another folder than the
/// module's, by which the engine doesn't know the drive for the module's own.
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
    public async Task A_script_runs_in_a_full_PowerShell(string script)
    {
        Assert.SkipUnless(Pwsh.IsInstalled, "pwsh isn't on PATH.");
        await RunAsync(script, (file, server) => Pwsh.RunAsync(
            file, "-Module", BuiltModule.Manifest, "-Url", server.Url.AbsoluteUri, "-Token", server.Tokens[Role.Administrator]));
    }

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
