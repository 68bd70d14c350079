using System.Management.Automation;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Sessions;

/// <summary>A server that takes a request and doesn't answer it.</summary>
public sealed class BrokenServerTests
{
    /// <summary>Far below the time after which the module gives up by itself.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_change_whose_connection_breaks_is_sent_once_more_under_one_key_and_may_have_been_made()
    {
        using var server = new BrokenServer(hangsUp: true);
        using var host = PowerShellHost.Start();
        var error = (await host.RunAsync(
            "New-ProvImageDefinition broken -OsType Windows -VDASessionSupport MultiSession -AdminAddress $args[0] -BearerToken any", server.Url)).ShouldFail("ChangeInterrupted");
        error.CategoryInfo.Category.Should().Be(ErrorCategory.ConnectionError);
        error.ErrorDetails.RecommendedAction.Should().Contain("may have been made");
        server.Requests.Should().HaveCount(2);
        server.Requests.Select(KeyOf).Distinct().Should().ContainSingle().Which.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_cmdlet_that_waits_for_an_answer_can_be_stopped()
    {
        using var server = new BrokenServer(hangsUp: false);
        using var host = PowerShellHost.Start();
        using var script = host.Begin("Get-ProvImageDefinition -AdminAddress $args[0] -BearerToken any", server.Url);
        await Poll.UntilAsync(() => Task.FromResult(server.Requests), requests => requests.Count > 0);
        await script.StopAsync().WaitAsync(Soon, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(@"Get-ChildItem XDHyp:\HostingUnits")]
    [InlineData(@"Get-ChildItem XDHyp:\HostingUnits -Recurse")]
    [InlineData(@"Get-ChildItem XDHyp:\HostingUnits\*")]
    [InlineData(@"Get-Item XDHyp:\HostingUnits\w*")]
    [InlineData(@"Get-Item XDHyp:\HostingUnits\wsc")]
    [InlineData(@"Test-Path XDHyp:\HostingUnits\wsc")]
    [InlineData(@"New-Item XDHyp:\Connections\wsc -HypervisorAddress https://workspaces-instances.us-east-1.api.aws -Persist")]
    [InlineData(@"Set-Item XDHyp:\Connections\wsc -MaintenanceMode $true")]
    [InlineData(@"Rename-Item XDHyp:\Connections\wsc other")]
    [InlineData(@"Remove-Item XDHyp:\Connections\wsc")]
    public async Task A_command_on_the_drive_that_waits_for_an_answer_can_be_stopped(string command)
    {
        using var server = new BrokenServer(hangsUp: false);
        using var host = PowerShellHost.Start();

        // An order that can't be read is told before anything is sent.
        (await host.RunAsync("Get-ProvTask -AdminAddress $args[0] -BearerToken any -SortBy nothing", server.Url)).ShouldFail("InvalidSortBy");
        server.Requests.Should().BeEmpty();
        using var script = host.Begin(command + " -AdminAddress $args[0] -BearerToken any", server.Url);
        await Poll.UntilAsync(() => Task.FromResult(server.Requests), requests => requests.Count > 0);
        await script.StopAsync().WaitAsync(Soon, TestContext.Current.CancellationToken);
    }

    private static string KeyOf(string request) =>
        request.Split("\r\n").Single(line => line.StartsWith("Idempotency-Key:", StringComparison.OrdinalIgnoreCase)).Split(':')[1].Trim();
}
