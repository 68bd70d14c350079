using Darkroom.Client;
using Darkroom.Server.Composition;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Composition;

public sealed class StartTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://0.0.0.0:7420", "Plain HTTP")]
    [InlineData("http://192.0.2.1:7420", "Plain HTTP")]
    [InlineData("http://example.com:7420", "Plain HTTP")]
    [InlineData("ftp://127.0.0.1", "isn't an address")]
    public async Task An_address_that_would_show_tokens_to_others_is_refused(string url, string why)
    {
        using var folder = new TestFolder();
        var settings = new ServerSettings { Data = folder.Data, Url = new Uri(url) };

        (await FluentActions.Awaiting(() => RunningServer.StartAsync(settings, Ct)).Should().ThrowAsync<StartRefusedException>())
            .Which.Message.Should().Contain(why);
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    public void A_scaled_clock_exists_only_beside_the_simulator(double scale, bool simulate)
    {
        using var folder = new TestFolder();
        var settings = new ServerSettings { Data = folder.Data, Url = new Uri("http://127.0.0.1:0"), ClockScale = scale, Simulate = simulate };

        settings.Invoking(s => s.Checked()).Should().Throw<StartRefusedException>().WithMessage("*clock*");
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused_and_leaves_the_first_alone()
    {
        await using var server = await DarkroomServer.StartAsync();

        (await FluentActions.Awaiting(() => RunningServer.StartAsync(server.Settings, Ct)).Should().ThrowAsync<StartRefusedException>())
            .Which.Message.Should().Contain(server.Settings.Data.Path);
        (await server.Administrator.Tokens.ListAsync(ct: Ct)).Items.Should().NotBeEmpty();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_port_in_use_is_refused_and_the_folder_is_free_again()
    {
        await using var server = await DarkroomServer.StartAsync();
        using var folder = new TestFolder();
        var settings = new ServerSettings { Data = folder.Data, Url = server.Url };

        await FluentActions.Awaiting(() => RunningServer.StartAsync(settings, Ct)).Should().ThrowAsync<StartRefusedException>().WithMessage("Can't listen*");
        folder.Data.Lock().Dispose();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_endpoint_file_leads_a_client_in_and_is_open_to_its_owner_only()
    {
        await using var server = await DarkroomServer.StartAsync();
        var folder = server.Settings.Data.Path;

        using var client = DarkroomClient.Discover(folder);
        (await client.Tokens.ListAsync(ct: Ct)).Items.Should().NotBeEmpty();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.GetUnixFileMode(Path.Combine(folder, "keys")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.GetUnixFileMode(Path.Combine(folder, LocalEndpoint.FileName)).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_local_administrator_keeps_his_token_over_a_restart_and_gets_another_one_when_it_was_revoked()
    {
        await using var server = await DarkroomServer.StartAsync();
        var first = server.Settings.Data.ReadEndpoint()!.Token;

        await server.RestartAsync();
        server.Settings.Data.ReadEndpoint()!.Token.Should().Be(first);

        var local = (await server.Administrator.Tokens.ListAsync(ct: Ct)).Items.Single(t => t.Name.StartsWith("local administrator", StringComparison.Ordinal));
        await server.Administrator.Tokens.RevokeAsync(local.Uid, Ct);
        await server.RestartAsync();
        server.Settings.Data.ReadEndpoint()!.Token.Should().NotBe(first);
    }
}
