using System.Management.Automation;
using System.Net;
using Darkroom.Client;
using Darkroom.Contracts.Access;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Sessions;

/// <summary>What the environment says of the server. It is the whole process's, so nothing else runs beside these tests.</summary>
[Collection(nameof(ThisMachineTests))]
[CollectionDefinition(nameof(ThisMachineTests), DisableParallelization = true)]
public sealed class ThisMachineTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("darkroom-endpoint-").FullName;
    private readonly IWebProxy _proxy = HttpClient.DefaultProxy;
    private readonly Dictionary<string, string?> _before = [];

    [Theory]
    [InlineData("Get-ProvImageDefinition")]
    [InlineData("Get-ProvImageDefinition -AdminAddress localhost:{0}")]
    [InlineData("Get-ProvImageDefinition -AdminAddress http://127.0.0.1:{0}; Get-ProvImageDefinition")]
    public async Task On_the_machine_of_the_server_nothing_has_to_be_said(string script)
    {
        WriteEndpointFile();
        using var host = PowerShellHost.Start();
        (await host.RunAsync(script.Replace("{0}", fixture.Server.Url.Port.ToString(), StringComparison.Ordinal))).ShouldSucceed();
    }

    [Fact]
    public async Task The_token_of_this_machine_goes_to_no_other_address()
    {
        WriteEndpointFile();
        using var host = PowerShellHost.Start();
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress localhost:1")).ShouldFail("TokenUnknown");
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress darkroom.example.com")).ShouldFail("TokenUnknown");
    }

    [Fact]
    public async Task Address_and_token_are_taken_from_the_environment_also_with_a_line_end()
    {
        Set("DARKROOM_DATA", _folder);
        using var host = PowerShellHost.Start();
        (await host.RunAsync("Get-ProvImageDefinition")).ShouldFail("ServerUnknown").ErrorDetails.RecommendedAction.Should().Contain("darkroom serve");
        Set("DARKROOM_URL", fixture.Server.Url.AbsoluteUri);
        (await host.RunAsync("Get-ProvImageDefinition")).ShouldFail("TokenUnknown").ErrorDetails.RecommendedAction.Should().Contain("DARKROOM_TOKEN");
        Set("DARKROOM_TOKEN", Token + "\n");
        (await host.RunAsync("Get-ProvImageDefinition")).ShouldSucceed();
        (await host.RunAsync("Get-ProvImageDefinition -BearerToken $args[0]", Token + "\r\n")).ShouldSucceed();
    }

    [Fact]
    public async Task What_is_malformed_here_is_in_nobodys_way_who_says_where_to_go()
    {
        WriteEndpointFile();
        File.WriteAllText(Path.Combine(_folder, LocalEndpoint.FileName), new LocalEndpoint("no address", Token).ToJson());
        using var host = PowerShellHost.Start();
        (await host.RunAsync("Get-ProvImageDefinition")).ShouldFail("AdminAddressMalformed");
        Set("DARKROOM_URL", "no address either");
        (await host.RunAsync("Get-ProvImageDefinition")).ShouldFail("AdminAddressMalformed");
        Set("DARKROOM_TOKEN", Token);
        var given = fixture.Server.Url.AbsoluteUri;
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress $args[0]", given)).ShouldFail("TokenUnknown");
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress $args[0] -BearerToken $args[1]", given, Token)).ShouldSucceed();
    }

    [Fact]
    public async Task A_proxy_is_not_asked_for_the_server_of_this_machine()
    {
        HttpClient.DefaultProxy = new WebProxy("http://127.0.0.1:1");
        using var host = PowerShellHost.Start();
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress $args[0] -BearerToken $args[1]", fixture.Server.Url.AbsoluteUri, Token)).ShouldSucceed();
    }

    [Fact]
    public async Task What_a_server_has_not_accepted_is_in_nobodys_way_later()
    {
        Set("DARKROOM_URL", fixture.Server.Url.AbsoluteUri);
        Set("DARKROOM_TOKEN", Token);
        using var host = PowerShellHost.Start();
        var given = fixture.Server.Url.AbsoluteUri;
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress 127.0.0.1:1 -BearerToken any")).ShouldFail("ServerUnreachable");
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress $args[0] -BearerToken wrong", given)).ShouldFail("Unauthenticated");
        (await host.RunAsync(@"Get-ChildItem XDHyp:\Connections -AdminAddress 127.0.0.1:1 -BearerToken any")).ShouldFail("ServerUnreachable");
        (await host.RunAsync(@"Get-ChildItem XDHyp:\Connections -AdminAddress $args[0] -BearerToken wrong", given)).ShouldFail("Unauthenticated");
        (await host.RunAsync(@"Get-ProvImageDefinition; Get-ChildItem XDHyp:\Connections")).ShouldSucceed();
        (await host.RunAsync("New-ProvImageDefinition x -OsType Linux -VDASessionSupport MultiSession -WhatIf -AdminAddress 127.0.0.1:1 -BearerToken any")).ShouldSucceed();
        (await host.RunAsync("Get-ProvImageDefinition")).ShouldSucceed();
    }

    [Fact]
    public async Task A_remedy_names_DARKROOM_URL_only_where_it_would_be_asked()
    {
        Set("DARKROOM_URL", "http://127.0.0.1:1");
        Set("DARKROOM_TOKEN", "any");
        using var host = PowerShellHost.Start();
        (await host.RunAsync("Get-ProvImageDefinition")).ShouldFail("ServerUnreachable").ErrorDetails.RecommendedAction.Should().Contain("DARKROOM_URL");
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress localhost:1 -BearerToken any")).ShouldFail("ServerUnreachable")
            .ErrorDetails.RecommendedAction.Should().Contain("-AdminAddress").And.NotContain("DARKROOM_URL");
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress $args[0] -BearerToken wrong", fixture.Server.Url.AbsoluteUri)).ShouldFail("Unauthenticated")
            .ErrorDetails.RecommendedAction.Should().Contain("-BearerToken").And.NotContain("DARKROOM_TOKEN");
    }

    [Theory]
    [InlineData(@"Get-Item XDHyp:\Connections\*")]
    [InlineData(@"Get-Item XDHyp:\Connections\de[mn]o")]
    [InlineData(@"Get-ChildItem XDHyp:\Connections\*")]
    [InlineData(@"Get-ChildItem XDHyp:\HostingUnits\* -Recurse")]
    [InlineData(@"Get-ChildItem XDHyp:\HostingUnits\*\a*")]
    [InlineData(@"Test-Path XDHyp:\Connections\d*")]
    [InlineData(@"Set-Item XDHyp:\Connections\d* -MaintenanceMode $true")]
    [InlineData(@"Remove-Item XDHyp:\Connections\d*")]
    public async Task Where_no_server_answers_a_path_with_wildcards_says_so_as_well(string script)
    {
        Set("DARKROOM_URL", "http://127.0.0.1:1");
        Set("DARKROOM_TOKEN", "any");
        using var host = PowerShellHost.Start();
        var error = (await host.RunAsync(script)).ShouldFail("ServerUnreachable");
        error.CategoryInfo.Category.Should().Be(ErrorCategory.ConnectionError);
        error.ErrorDetails.RecommendedAction.Should().Contain("darkroom serve");
    }

    [Fact]
    public async Task A_command_whose_path_has_wildcards_can_be_stopped_while_it_waits_for_an_answer()
    {
        using var server = new BrokenServer(hangsUp: false);
        Set("DARKROOM_URL", server.Url);
        Set("DARKROOM_TOKEN", "any");
        using var host = PowerShellHost.Start();
        using var script = host.Begin(@"Get-ChildItem XDHyp:\HostingUnits\* -Recurse");
        await Poll.UntilAsync(() => Task.FromResult(server.Requests), requests => requests.Count > 0);
        await script.StopAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_path_with_wildcards_can_name_the_first_server_of_a_session()
    {
        Set("DARKROOM_URL", "http://127.0.0.1:1");
        Set("DARKROOM_TOKEN", "any");
        using var host = PowerShellHost.Start();
        (await host.RunAsync(@"Get-ChildItem XDHyp:\Connections\* -AdminAddress $args[0] -BearerToken $args[1]; Get-Item XDHyp:\Connections\*", fixture.Server.Url.AbsoluteUri, Token)).ShouldSucceed();
    }

    public void Dispose()
    {
        HttpClient.DefaultProxy = _proxy;
        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
        Directory.Delete(_folder, recursive: true);
    }

    private string Token => fixture.Server.Tokens[Role.Administrator];

    private void WriteEndpointFile()
    {
        Set("DARKROOM_DATA", _folder);
        File.WriteAllText(Path.Combine(_folder, LocalEndpoint.FileName), new LocalEndpoint(fixture.Server.Url.AbsoluteUri, Token).ToJson());
    }

    private void Set(string name, string value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
