using Darkroom.Contracts.Images;
using Darkroom.Core.Storage;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Simulator.Control;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.PowerShell.Tests.Help;

/// <summary>
/// What an administrator has done before an example: the definition office is prepared step by step, up to the step that the example itself is of. An example
/// of anything else finds it prepared.
/// </summary>
public sealed class ExampleScene : IAsyncLifetime
{
    private const string Profile =
        @"-MachineProfile 'XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion'";

    private static readonly (string Cmdlet, string Script)[] Chain =
    [
        ("New-ProvImageDefinition", "$null = New-ProvImageDefinition office -OsType Windows -VDASessionSupport MultiSession"),
        ("Add-ProvImageDefinitionConnection", "$null = Add-ProvImageDefinitionConnection office wsc"),
        ("New-ProvImageVersion", "$imageVersion = New-ProvImageVersion office"),
        ("Add-ProvImageVersionSpec", @"$master = Add-ProvImageVersionSpec -ImageDefinitionName office -HostingUnitName wsc -MasterImagePath 'XDHyp:\HostingUnits\wsc\win10-2411-ami (ami-00123456789abcdef).template'"),
        ("Test-ProvImageVersionSpec", ""),
        ("New-ProvImageVersionSpec", $"$task = New-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid {Profile}"),
        ("", "$prepared = Get-ProvImageVersionSpec -ImageVersionSpecUid $task.ImageVersionSpecUid"),
    ];

    /// <summary>A preparation that doesn't end by itself for a long time: its guest hangs.</summary>
    private const string Running =
        $"""
        $null = New-ProvImageVersion office
        $slow = Add-ProvImageVersionSpec -ImageDefinitionName office -HostingUnitName wsc -MasterImagePath 'XDHyp:\HostingUnits\wsc\win10-hangs-ami.template'
        $running = New-ProvImageVersionSpec -SourceImageVersionSpecUid $slow.ImageVersionSpecUid {Profile} -RunAsynchronously
        """;

    /// <summary>A connection that is registered, and one that was removed without its registration.</summary>
    private const string Registered =
        """
        $null = Get-Item XDHyp:\Connections\wsc | New-BrokerHypervisorConnection
        $gone = New-Item XDHyp:\Connections\gone -ConnectionType AmazonWorkSpacesCore -HypervisorAddress https://workspaces-instances.us-east-1.api.aws -Persist
        $null = $gone | New-BrokerHypervisorConnection
        Remove-Item XDHyp:\Connections\gone
        """;

    private const string Shared =
        """
        $null = Add-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $prepared.ImageVersionSpecUid -HostingUnitName wsc-b
        $prepared = Get-ProvImageVersionSpec -ImageVersionSpecUid $prepared.ImageVersionSpecUid
        """;

    private const string WithoutSpecs = "$null = Get-ProvImageVersionSpec -ImageDefinitionName office | Remove-ProvImageVersionSpec\n";

    /// <summary>A preparation that has failed and keeps its instance.</summary>
    private const string Kept =
        $"""
        $null = New-ProvImageVersion office
        $old = Add-ProvImageVersionSpec -ImageDefinitionName office -HostingUnitName wsc -MasterImagePath 'XDHyp:\HostingUnits\wsc\win10-2303-ami.template'
        $null = New-ProvImageVersionSpec -SourceImageVersionSpecUid $old.ImageVersionSpecUid {Profile} -KeepPreparationVMOnFailure -ErrorAction SilentlyContinue
        """;

    /// <summary>What else is there before the examples of a cmdlet.</summary>
    private static readonly Dictionary<string, string> Besides = new()
    {
        ["Remove-ProvTaskMetadata"] = "$task | Add-ProvTaskMetadata -Map @{ Ticket = 'CHG-1'; Owner = 'Desktop team'; Reviewed = 'yes' }",
        ["Get-BrokerHypervisorConnection"] = Registered,
        ["Remove-BrokerHypervisorConnection"] = Registered,
        ["Remove-ProvImageVersionSpecHostingUnit"] = Shared,
        ["Remove-ProvImageVersion"] = WithoutSpecs,
        ["Remove-ProvImageDefinitionConnection"] = WithoutSpecs,
        ["Remove-ProvImageDefinition"] = WithoutSpecs + "Get-ProvImageVersion office | Remove-ProvImageVersion",
        ["Get-ProvImagesPendingDelete"] = WithoutSpecs,
        ["Remove-ProvImagesPendingDelete"] = WithoutSpecs,
        ["Get-ProvImagePrepVM"] = Kept,
        ["Remove-ProvImagePrepVM"] = Kept,
        ["Get-ProvTask"] = Running,
        ["Stop-ProvTask"] = Running,
    };

    private readonly WscFixture _wsc = new();
    private int _scenes;

    public async ValueTask InitializeAsync()
    {
        await _wsc.InitializeAsync();
        await DemoScene.HostingUnitAsync(_wsc.Server.Administrator, "wsc", "wsc-b", "us-east-1b", TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _wsc.DisposeAsync();

    /// <summary>An engine in which everything is as an example of a cmdlet expects it, whatever ran before.</summary>
    public async Task<PowerShellHost> SetAsync(string cmdlet)
    {
        await PutAsideAsync();
        var host = await PowerShellHost.StartAsync(_wsc.Server);
        var before = Chain.TakeWhile(step => step.Cmdlet != cmdlet).Select(step => step.Script).Append(Besides.GetValueOrDefault(cmdlet, ""));
        var faults = _wsc.Server.Simulator.Faults;
        var inUse = cmdlet.EndsWith("ImagesPendingDelete", StringComparison.Ordinal)
            ? faults.Add(new Fault("DeleteSnapshot", FaultEffect.ErrorBefore, ErrorCode: "InvalidSnapshot.InUse", ErrorMessage: "The snapshot is in use"))
            : (long?)null;
        (await host.RunAsync(string.Join('\n', before))).ShouldSucceed();
        if (inUse is { } fault)
        {
            // Right after a sweep has tried in vain, so that the next one doesn't come before the example.
            var pending = _wsc.Server.Administrator.PendingImageDeletions;
            var tries = (await pending.ListAsync(TestContext.Current.CancellationToken)).Sum(deletion => deletion.Attempts);
            await Poll.UntilAsync(() => pending.ListAsync(TestContext.Current.CancellationToken), all => all.Sum(deletion => deletion.Attempts) > tries);
            faults.Remove(fault);
        }

        return host;
    }

    /// <summary>How many changes the server has recorded so far.</summary>
    public async Task<int> ChangesAsync()
    {
        await using var db = await _wsc.Server.Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync();
        return await db.AuditRecords.CountAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Gives the names that examples use free again; what was prepared stays under another one, and nothing stays registered.</summary>
    private async Task PutAsideAsync()
    {
        _scenes++;
        var broker = _wsc.Server.Administrator.BrokerConnections;
        foreach (var registration in (await broker.ListAsync(pageSize: 1000, ct: TestContext.Current.CancellationToken)).Items)
        {
            await broker.RemoveAsync(registration.Uid, ct: TestContext.Current.CancellationToken);
        }

        var definitions = await _wsc.Server.Administrator.ImageDefinitions.ListAsync(pageSize: 1000, ct: TestContext.Current.CancellationToken);
        foreach (var (definition, number) in definitions.Items.Where(definition => !definition.ImageDefinitionName.StartsWith("before ", StringComparison.Ordinal)).Select((definition, number) => (definition, number)))
        {
            var request = new UpdateImageDefinitionRequest { ImageDefinitionName = $"before {_scenes}-{number}" };
            await _wsc.Server.Administrator.ImageDefinitions.UpdateAsync(definition.ImageDefinitionName, request, ct: TestContext.Current.CancellationToken);
        }
    }
}
