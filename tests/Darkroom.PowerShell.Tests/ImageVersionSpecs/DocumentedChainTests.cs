using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.ImageVersionSpecs;

/// <summary>The scripts that administrators have, word for word, from a name that is tested to an image that is sealed.</summary>
[Trait("Suite", "full")]
public sealed class DocumentedChainTests(WscFixture fixture) : IClassFixture<WscFixture>
{
    private const string Profile =
        @"'XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion'";

    private readonly DarkroomServer _server = fixture.Server;

    // Its last line shares the prepared spec to the unit that it was prepared in, which is refused and ends nothing.
    [Fact]
    public async Task The_documented_chain_runs_as_it_stands_to_its_end()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        (await host.RunAsync(@"$hostingunit = Get-Item XDHyp:\HostingUnits\wsc")).ShouldSucceed();
        var chain = await host.RunAsync(
            """
            Test-ProvImageDefinitionNameAvailable -ImageDefinitionName image1, image2
            New-ProvImageDefinition -ImageDefinitionName image1 -OsType Windows -VdaSessionSupport MultiSession
            Add-ProvImageDefinitionConnection -ImageDefinitionName image1 -HypervisorConnectionName wsc -CustomProperties $CustomProperties
            $imageVersion = New-ProvImageVersion -ImageDefinitionName image1 -Description "version 1"
            $SourceImageVersionSpec = Add-ProvImageVersionSpec -ImageVersionUid $imageVersion.ImageVersionUid -HostingUnitUid $hostingunit.HostingUnitUid -MasterImagePath "XDHyp:\HostingUnits\wsc\win10-2411-ami (ami-00123456789abcdef).template"
            New-ProvImageVersionSpec -MachineProfile 'XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion' -SourceImageVersionSpecUid $SourceImageVersionSpec.ImageVersionSpecUid
            $PreparedImageVersionSpec = Get-ProvImageVersionSpec -ImageVersionUid $imageVersion.ImageVersionUid | Where SourceImageVersionSpecUid -eq $SourceImageVersionSpec.ImageVersionSpecUid
            Add-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $PreparedImageVersionSpec.ImageVersionSpecUid -HostingUnitName wsc
            $reachedTheEnd = $true
            """);
        var refused = chain.ShouldFail("ImageShareOwnHostingUnit");
        (refused.CategoryInfo.Category, chain.Terminated).Should().Be((ErrorCategory.InvalidOperation, null));
        (await host.RunAsync("$reachedTheEnd")).Output.Single().BaseObject.Should().Be(true);
        chain.Progress.Should().NotBeEmpty();

        var prepared = await host.RunAsync("$PreparedImageVersionSpec");
        prepared["ImageVersionSpecStatus"].Should().Be(ImageVersionSpecStatus.Success);
        prepared["IsPrepared"].Should().Be(true);
        refused.TargetObject.Should().Be(prepared["ImageVersionSpecUid"]);
        var task = chain.Output[^1];
        task.Properties["TaskState"].Value.Should().Be(Darkroom.PowerShell.Tasks.ProvTaskState.Finished);
        task.Properties["ImageVersionSpecUid"].Value.Should().Be(prepared["ImageVersionSpecUid"]);
    }

    [Fact]
    public async Task A_version_that_is_not_named_is_the_latest_and_a_task_that_is_not_waited_for_is_a_guid()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var started = await host.RunAsync(
            $$"""
            New-ProvImageDefinition -ImageDefinitionName named -OsType Windows -VDASessionSupport MultiSession | Out-Null
            $null = Add-ProvImageDefinitionConnection named wsc
            New-ProvImageVersion -ImageDefinitionName named | Out-Null
            New-ProvImageVersion -ImageDefinitionName named | Out-Null
            $master = Add-ProvImageVersionSpec -ImageDefinitionName named -HostingUnitName wsc -MasterImagePath "XDHyp:\HostingUnits\WSC\win10-2411-ami (ami-00123456789abcdef).template"
            $master.ImageVersionNumber
            $task = New-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid -MachineProfile {{Profile}} -NetworkMapping $null -RunAsynchronously
            $task
            $task.ImageVersionSpecUid
            (Get-ProvTask -TaskId $task).TaskId
            """);
        started.ShouldSucceed();
        started.Output[0].BaseObject.Should().Be(2);
        var id = started.Output[1].BaseObject.Should().BeOfType<Guid>().Subject;
        started.Output[3].BaseObject.Should().Be(id);
        (await _server.WaitForOperationAsync(id)).TaskState.Should().Be("Finished");
        var spec = await _server.Reader.ImageVersionSpecs.GetAsync((Guid)started.Output[2].BaseObject, TestContext.Current.CancellationToken);
        spec.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Success);
    }

    [Fact]
    public async Task A_preparation_that_fails_still_returns_its_task()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var result = await host.RunAsync(
            $$"""
            $null = New-ProvImageDefinition -ImageDefinitionName refused -OsType Windows -VDASessionSupport SingleSession
            $null = Add-ProvImageDefinitionConnection refused wsc
            $null = New-ProvImageVersion -ImageDefinitionName refused
            $master = Add-ProvImageVersionSpec -ImageDefinitionName refused -HostingUnitName wsc -MasterImagePath "XDHyp:\HostingUnits\wsc\win10-2411-ami (ami-00123456789abcdef).template"
            New-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid -MachineProfile {{Profile}}
            """);
        result.ShouldFail("SessionSupportMismatch");
        result["TaskState"].Should().Be(Darkroom.PowerShell.Tasks.ProvTaskState.InvalidMasterVMConfiguration);
        result["Active"].Should().Be(false);
        result["TaskStateInformation"].Should().BeOfType<string>().Which.Should().NotBeEmpty();
    }
}
