using Darkroom.Contracts.Access;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.PowerShell.Tests.Waiting;
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

    [Fact]
    public async Task WhatIf_of_a_removal_says_what_would_be_deleted_and_what_would_stay()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var ct = TestContext.Current.CancellationToken;
        var client = fixture.Server.Administrator;
        var master = await DemoScene.MasterSpecAsync(client, "fate", ct, name: "wsc");
        (await host.RenderAsync($"Remove-ProvImageVersionSpec {master.ImageVersionSpecUid} -WhatIf")).Should()
            .Contain("leave the master image").And.Contain("(fate 1, master)").And.NotContain("delete");
        var started = await client.ImageVersionSpecs.PrepareAsync(master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: ct);
        await fixture.Server.WaitForOperationAsync(started.OperationId);
        var image = (await client.ImageVersionSpecs.GetAsync(started.ImageVersionSpecUid, ct)).ImageId;
        (await host.RenderAsync($"Remove-ProvImageVersionSpec {started.ImageVersionSpecUid} -WhatIf")).Should().Contain($"delete the image {image} and its snapshots");
        (await host.RenderAsync($"Remove-ProvImageVersionSpec {started.ImageVersionSpecUid} -PurgeDBOnly -WhatIf")).Should().Contain($"leave the image {image}");
        (await host.RunAsync("Remove-ProvImageVersionSpec ([guid]::NewGuid()) -WhatIf")).ShouldFail("ImageVersionSpecNotFound");
    }

    [Fact]
    public async Task WhatIf_promises_no_deletion_of_an_image_that_was_never_made()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var ct = TestContext.Current.CancellationToken;
        var master = await DemoScene.MasterSpecAsync(fixture.Server.Administrator, "never", ct, Preparations.SilentMaster, name: "wsc");
        var started = await fixture.Server.Administrator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: ct);
        await fixture.Server.WaitForOperationAsync(started.OperationId);
        (await host.RenderAsync($"Remove-ProvImageVersionSpec {started.ImageVersionSpecUid} -WhatIf")).Should().Contain("what its preparation left").And.NotContain("delete");
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
            ["ImageVersionSpecUid"] = master.ImageVersionSpecUid,
        };
    }
}
