using System.Xml.Linq;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Simulator.Control;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>What objects look like in a window of 120 columns.</summary>
[Trait("Suite", "full")]
public sealed class ViewTests(WscFixture fixture, ITestOutputHelper output) : IClassFixture<WscFixture>
{
    /// <summary>Of a column that takes what room is left: it has sentences, which can't be read in less.</summary>
    private const int LeastWidth = 24;

    private const string Made =
        """
        $null = New-ProvImageDefinition view -OsType Windows -VDASessionSupport MultiSession -Description 'What an administrator reads first' -Metadata @{ owner = 'desktops' }
        $null = Add-ProvImageDefinitionConnection view wsc
        $null = New-ProvImageVersion view -Description 'with the new browser, and with a description that is much longer than a column of a table can be in any window'
        $master = Add-ProvImageVersionSpec -ImageDefinitionName view -HostingUnitName wsc -MasterImagePath 'win10-2411-ami (ami-00123456789abcdef).template'
        $null = Get-Item XDHyp:\Connections\wsc | New-BrokerHypervisorConnection
        $task = New-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid -MachineProfile 'w2022-2411 (lt-00123456789abcdef).launchtemplate/lt-00123456789abcdef (1).launchtemplateversion'
        """;

    private static readonly string[] Shown =
    [
        "Test-ProvImageDefinitionNameAvailable view, free", "Get-ProvImageDefinition view", "(Get-ProvImageDefinition view).Connections", "Get-ProvImageVersion view",
        "Get-ProvImageVersionSpec", "(Get-ProvImageVersionSpec)[1].HostingUnits", "(Get-ProvImageVersionSpec $task.ImageVersionSpecUid).ImageScheme", "Get-BrokerHypervisorConnection", "$task",
        "Get-ConfigZone", "Get-ProvServiceConfigurationData", "Get-PSSnapin", "Get-ProvTask",
        "Test-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid",
        "Test-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $task.ImageVersionSpecUid -HostingUnitName wsc",
    ];

    /// <summary>A second unit, and a preparation that has failed and keeps its instance.</summary>
    private const string Besides =
        """
        $null = New-Item -Path XDHyp:\HostingUnits\view-b -HypervisorConnectionName wsc -RootPath 'XDHyp:\Connections\wsc\Default VPC.virtualprivatecloud' -NetworkPath (Get-ChildItem 'XDHyp:\Connections\wsc\Default VPC.virtualprivatecloud\us-east-1b.availabilityzone' | Select-Object -First 1).FullPath
        $null = New-ProvImageVersion view
        $old = Add-ProvImageVersionSpec -ImageDefinitionName view -HostingUnitName wsc -MasterImagePath win10-2303-ami.template
        $null = New-ProvImageVersionSpec -SourceImageVersionSpecUid $old.ImageVersionSpecUid -MachineProfile 'w2022-2411 (lt-00123456789abcdef).launchtemplate/lt-00123456789abcdef (1).launchtemplateversion' -ErrorAction SilentlyContinue
        """;

    /// <summary>A Windows image in a definition for Linux.</summary>
    private const string Failing =
        """
        $null = New-ProvImageDefinition view-linux -OsType Linux -VDASessionSupport MultiSession
        $null = Add-ProvImageDefinitionConnection view-linux wsc
        $null = New-ProvImageVersion view-linux
        $wrong = Add-ProvImageVersionSpec -ImageDefinitionName view-linux -HostingUnitName wsc -MasterImagePath 'win10-2411-ami (ami-00123456789abcdef).template'
        $failed = New-ProvImageVersionSpec -SourceImageVersionSpecUid $wrong.ImageVersionSpecUid -MachineProfile 'w2022-2411 (lt-00123456789abcdef).launchtemplate/lt-00123456789abcdef (1).launchtemplateversion' -ErrorAction SilentlyContinue
        """;

    private static readonly string[] ShownBesides =
    [
        "Get-ProvImagePrepVM", "Add-ProvImageVersionSpecHostingUnit $task.ImageVersionSpecUid view-b", "(Get-ProvImageVersionSpec $task.ImageVersionSpecUid).HostingUnits",
        "Remove-ProvImageVersionSpecHostingUnit $task.ImageVersionSpecUid view-b", "Remove-ProvImageVersionSpec $task.ImageVersionSpecUid", "Get-ProvImagesPendingDelete",
    ];

    [Fact]
    public async Task Every_view_fits_120_columns_and_cuts_nothing_off()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync(Made)).ShouldSucceed();
        await ShouldFitAsync(host, Shown);
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Views_of_shares_and_removals_fit_as_well()
    {
        await using var wsc = new WscFixture();
        await wsc.InitializeAsync();
        wsc.Server.Simulator.Faults.Add(new Fault("DeleteSnapshot", FaultEffect.ErrorBefore, ErrorCode: "InvalidSnapshot.InUse", ErrorMessage: "The snapshot is in use"));
        using var host = await PowerShellHost.StartAsync(wsc.Server);
        (await host.RunAsync(Made + '\n' + Besides)).ShouldSucceed();
        await ShouldFitAsync(host, ShownBesides);
    }

    [Fact]
    public async Task Whatever_a_cmdlet_returns_is_looked_at() =>
        (await ExportedCmdlets.AllAsync()).Where(cmdlet => cmdlet.Verb is "Get" or "Test").Select(cmdlet => cmdlet.Name)
            .Where(name => !Shown.Concat(ShownBesides).Any(script => script.Contains(name, StringComparison.Ordinal))).Should().BeEmpty();

    /// <summary>Format-Table shows them; the engine of these tests lacks it. A screen keeps its last column free.</summary>
    [Fact]
    public void Every_table_leaves_its_columns_room_in_120() =>
        Directory.GetFiles(BuiltModule.Folder, "*.format.ps1xml")
            .SelectMany(file => XElement.Load(file).Descendants("View"))
            .Where(view => view.Element("TableControl") is not null)
            .Select(view => (
                Name: view.Element("Name")!.Value,
                Columns: view.Descendants("TableColumnHeader").Select(column => (int?)column.Element("Width") ?? LeastWidth).ToList()))
            .Where(view => view.Columns.Sum() + view.Columns.Count - 1 > 120)
            .Select(view => view.Name)
            .Should().BeEmpty();

    [Fact]
    public void What_is_shown_as_a_list_has_a_table_as_well()
    {
        var views = Directory.GetFiles(BuiltModule.Folder, "*.format.ps1xml").SelectMany(file => XElement.Load(file).Descendants("View")).ToList();
        var tables = views.Where(view => view.Element("TableControl") is not null).SelectMany(TypesOf).ToList();
        views.Where(view => view.Element("ListControl") is not null).SelectMany(TypesOf).Should().BeSubsetOf(tables);
    }

    [Fact]
    public async Task A_task_tells_how_many_of_its_checks_have_passed_and_names_the_others()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync(Made.Replace(" view", " looked-at", StringComparison.Ordinal).Replace("$null = Get-Item XDHyp:\\Connections\\wsc | New-BrokerHypervisorConnection", "", StringComparison.Ordinal))).ShouldSucceed();
        (await host.RenderAsync("$task")).Should().MatchRegex(@"(?m)^Checks +: \d+ passed\r?$");
        (await host.RunAsync(Failing.Replace("view", "looked-at", StringComparison.Ordinal))).ShouldSucceed();
        (await host.RenderAsync("$failed")).Should().MatchRegex(@"(?m)^Checks +: \d+ passed, MasterImage: Failed\r?$");
    }

    private static IEnumerable<string> TypesOf(XElement view) => view.Element("ViewSelectedBy")!.Elements("TypeName").Select(type => type.Value);

    private async Task ShouldFitAsync(PowerShellHost host, string[] shown)
    {
        foreach (var script in shown)
        {
            var screen = await host.RenderAsync(script);
            output.WriteLine($"PS> {script}\n{screen}");
            screen.Trim().Should().NotBeEmpty();
            screen.Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 120);
            screen.Should().NotContain("…", "{0} shows uids and names whole", script);
        }
    }
}
