using System.Management.Automation;
using Darkroom.Contracts.Access;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Sessions;

/// <summary>Which server is asked, and what is said when that doesn't work.</summary>
public sealed class ServerChoiceTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private readonly DarkroomServer _server = fixture.Server;

    [Fact]
    public async Task An_address_and_token_given_once_stay_for_the_session_and_no_longer()
    {
        using var host = PowerShellHost.Start();
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress $args[0] -BearerToken $args[1]", _server.Url.Authority, Token)).ShouldSucceed();
        (await host.RunAsync("Test-ProvImageDefinitionNameAvailable anything")).ShouldSucceed();

        using var other = PowerShellHost.Start();
        (await other.RunAsync("Get-ProvImageDefinition -AdminAddress $args[0]", _server.Url.Authority)).ShouldFail("TokenUnknown");
    }

    [Fact]
    public async Task The_verbose_stream_says_which_server_is_asked_and_who_named_it()
    {
        using var host = PowerShellHost.Start();
        var said = await host.RunAsync("Get-ProvTask -AdminAddress $args[0] -BearerToken $args[1] -Verbose 4>&1", _server.Url.AbsoluteUri, Token);
        said.ShouldSucceed().Output.Should().ContainSingle().Which.ToString().Should().Be($"The server is {_server.Url.AbsoluteUri}, from -AdminAddress.");
        (await host.RunAsync("Get-ProvTask -Verbose 4>&1")).ShouldSucceed().Output.Should().ContainSingle().Which.ToString().Should().StartWith($"The server is {_server.Url.AbsoluteUri}, from ").And.NotContain(Token);
    }

    [Fact]
    public async Task A_token_alone_is_for_one_call()
    {
        using var host = await PowerShellHost.StartAsync(_server);
        var script = "New-ProvImageDefinition $args[0] -OsType Linux -VDASessionSupport MultiSession -BearerToken $args[1]";
        (await host.RunAsync(script, "reader", _server.Tokens[Role.Reader])).ShouldFail("PermissionDenied").CategoryInfo.Category.Should().Be(ErrorCategory.PermissionDenied);
        (await host.RunAsync("New-ProvImageDefinition administrator -OsType Linux -VDASessionSupport MultiSession")).ShouldSucceed();
    }

    [Fact]
    public async Task A_wrong_token_ends_the_cmdlet_and_says_where_it_came_from_and_what_to_do()
    {
        using var host = PowerShellHost.Start();
        var result = await host.RunAsync("'a', 'b' | Test-ProvImageDefinitionNameAvailable -AdminAddress $args[0] -BearerToken wrong", _server.Url.AbsoluteUri);
        var error = result.ShouldFail("Unauthenticated");
        error.CategoryInfo.Category.Should().Be(ErrorCategory.AuthenticationError);
        error.ToString().Should().Contain("-BearerToken").And.Contain(_server.Url.AbsoluteUri);
        error.ErrorDetails.RecommendedAction.Should().Contain("darkroom token create");
    }

    [Fact]
    public async Task A_server_that_nobody_runs_is_told_with_its_address()
    {
        using var host = PowerShellHost.Start();
        var error = (await host.RunAsync("Get-ProvImageDefinition -AdminAddress 127.0.0.1:1 -BearerToken any")).ShouldFail("ServerUnreachable");
        error.ToString().Should().Contain("127.0.0.1:1");
        error.ErrorDetails.RecommendedAction.Should().Contain("darkroom serve");
    }

    [Fact]
    public async Task A_server_that_is_none_of_ours_is_told()
    {
        using var host = PowerShellHost.Start();
        var elsewhere = new Uri(_server.Simulator.BaseUri, "/");
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress $args[0] -BearerToken any", elsewhere.AbsoluteUri)).ShouldFail("UnexpectedAnswer");
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://darkroom")]
    [InlineData("host:port")]
    [InlineData("host/path")]
    public async Task What_is_no_address_is_refused(string address)
    {
        using var host = PowerShellHost.Start();
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress $args[0]", address)).ShouldFail("AdminAddressMalformed").ErrorDetails.RecommendedAction
            .Should().Contain("host");
    }

    [Fact]
    public async Task A_password_in_an_address_is_not_repeated()
    {
        using var host = PowerShellHost.Start();
        var error = (await host.RunAsync("Get-ProvImageDefinition -AdminAddress $args[0]", "https://user:s3cret@darkroom")).ShouldFail("AdminAddressMalformed");
        $"{error} {error.TargetObject} {error.Exception} {error.ErrorDetails.RecommendedAction}".Should().NotContain("s3cret");
    }

    [Theory]
    [InlineData("-BearerToken schlüssel", "TokenMalformed")]
    [InlineData("-BearerToken \"a`nb\"", "TokenMalformed")]
    [InlineData("-BearerToken any -TraceParent \"a`nb\"", "TraceContextMalformed")]
    public async Task What_no_header_can_have_is_refused_by_its_name(string given, string code)
    {
        using var host = PowerShellHost.Start();
        (await host.RunAsync("Get-ProvImageDefinition -AdminAddress $args[0] " + given, _server.Url.AbsoluteUri)).ShouldFail(code);
    }

    private string Token => _server.Tokens[Role.Administrator];
}
