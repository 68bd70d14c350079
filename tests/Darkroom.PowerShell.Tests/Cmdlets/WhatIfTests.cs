using Darkroom.Contracts.Access;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>Every cmdlet that changes something asks first, and with -WhatIf only says what it would do.</summary>
[Trait("Suite", "full")]
public sealed class WhatIfTests(WscFixture fixture) : IClassFixture<WscFixture>
{
    [Fact]
    public async Task Every_changing_cmdlet_takes_WhatIf_and_Confirm()
    {
        var changing = await ExportedCmdlets.ChangingAsync();
        changing.Should().NotBeEmpty();
        changing.Where(cmdlet => !cmdlet.Parameters.ContainsKey("WhatIf") || !cmdlet.Parameters.ContainsKey("Confirm")).Select(cmdlet => cmdlet.Name).Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_that_changes_is_sent_with_WhatIf_and_something_is_without()
    {
        await using var recording = await RecordingServer.StartAsync(fixture.Server);
        using var host = PowerShellHost.Start();
        (await host.RunAsync(
            "$null = Get-ProvImageDefinition -AdminAddress $args[0] -BearerToken $args[1]", recording.Url, fixture.Server.Tokens[Role.Administrator])).ShouldSucceed();
        var known = await KnownAsync();
        foreach (var (name, set) in from cmdlet in await ExportedCmdlets.ChangingAsync() from set in cmdlet.ParameterSets select (cmdlet.Name, set))
        {
            var arguments = ExportedCmdlets.Arguments(set, known);
            if (name is "Set-ProvImageDefinition" or "Set-ProvImageVersion") arguments["Description"] = "something to change";
            await host.RunAsync("$given = $args[1]; & $args[0] @given -WhatIf", name, arguments);
            recording.TakeChanges().Should().BeEmpty("{0} ({1}) was told -WhatIf", name, set.Name);
            await host.RunAsync("$given = $args[1]; & $args[0] @given -Confirm:$false", name, arguments);
            recording.TakeChanges().Should().NotBeEmpty("{0} ({1}) was told to go on", name, set.Name);
        }
    }

    [Fact]
    public async Task WhatIf_says_what_would_be_done_in_the_cloud()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var said = await host.RenderAsync("New-ProvImageVersionSpec -SourceImageVersionSpecUid ([guid]::Empty) -WhatIf");
        said.Should().Contain("Launch a preparation instance");
    }

    /// <summary>What is there: some cmdlets look before they change.</summary>
    private async Task<Dictionary<string, object>> KnownAsync()
    {
        var (client, ct) = (fixture.Server.Administrator, TestContext.Current.CancellationToken);
        var master = await DemoScene.MasterSpecAsync(client, "whatif", ct, name: "wsc");
        var started = await client.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: ct);
        var wsc = await client.Connections.GetAsync("wsc", ct: ct);
        var spare = await client.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = "spare", Region = wsc.Region }, ct: ct);
        await client.BrokerConnections.CreateAsync(new CreateBrokerConnectionRequest { HypHypervisorConnectionUid = spare.HypervisorConnectionUid }, ct: ct);
        return new()
        {
            ["HypHypervisorConnectionUid"] = wsc.HypervisorConnectionUid,
            ["Name"] = "spare",
            ["Uid"] = int.MaxValue,
            ["HypervisorConnectionName"] = "wsc",
            ["HostingUnitName"] = "wsc",
            ["HostingUnitUid"] = fixture.HostingUnitUid,
            ["TaskId"] = started.OperationId,
        };
    }
}
