using System.Diagnostics;
using System.Management.Automation;
using System.Reflection;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>What the module's manifest says, and what lies beside it.</summary>
public sealed class ManifestTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_cmdlet_is_listed_and_no_other() =>
        (await ExportedCmdlets.AllAsync()).Select(cmdlet => cmdlet.Name).Should().BeEquivalentTo(
            typeof(DarkroomCmdlet).Assembly.GetTypes()
                .Select(type => type.GetCustomAttribute<CmdletAttribute>()).OfType<CmdletAttribute>()
                .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}"));

    [Fact]
    public async Task Every_cmdlet_has_an_approved_verb_and_says_what_it_returns()
    {
        var verbs = typeof(VerbsCommon).Assembly.GetTypes()
            .Where(type => type.Name.StartsWith("Verbs", StringComparison.Ordinal) && type.IsAbstract && type.IsSealed)
            .SelectMany(type => type.GetFields().Select(field => (string)field.GetValue(null)!))
            .ToHashSet();
        var cmdlets = await ExportedCmdlets.AllAsync();
        cmdlets.Where(cmdlet => !verbs.Contains(cmdlet.Verb)).Select(cmdlet => cmdlet.Name).Should().BeEmpty();
        cmdlets.Where(cmdlet => cmdlet.OutputType.Count == 0 && cmdlet.Verb is "New" or "Get" or "Test").Select(cmdlet => cmdlet.Name).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_lies_in_the_module_that_another_module_could_clash_with() =>
        Directory.GetFiles(BuiltModule.Folder, "*.dll").Select(Path.GetFileName)
            .Should().BeEquivalentTo("Darkroom.Client.dll", "Darkroom.Contracts.dll", "Darkroom.PowerShell.dll");

    // The goal is 400 ms; a busy machine may take longer, so the figure is told and not judged.
    [Fact]
    public async Task The_time_that_an_import_takes_is_told()
    {
        using var host = PowerShellHost.StartEmpty();
        var watch = Stopwatch.StartNew();
        (await host.RunAsync("Import-Module $args[0]", BuiltModule.Manifest)).ShouldSucceed();
        output.WriteLine($"The import took {watch.ElapsedMilliseconds} ms.");
    }
}
