using Darkroom.Client;
using Darkroom.Client.Http;
using Darkroom.Server.Verbs;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Verbs;

public sealed class CommandTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_token_made_in_the_terminal_lets_in_until_it_is_revoked_there()
    {
        await using var server = await DarkroomServer.StartAsync();
        var data = server.Settings.Data.Path;

        var (_, token) = await RunAsync("token", "create", "--role", "reader", "--name", "dashboard", "--data", data);
        using var client = new DarkroomClient(server.Url, token.Trim());
        (await client.Operations.ListAsync(ct: Ct)).Items.Should().BeEmpty();
        var list = (await RunAsync("token", "list", "--data", data)).Output;
        list.Should().Contain("dashboard").And.Contain("Reader").And.NotContain(token.Trim());
        list.Split('\n')[0].Should().MatchRegex("^UID +ROLE +CREATED \\(UTC\\) +STATE +NAME");

        (await RunAsync("token", "revoke", "dashboard", "--data", data)).Exit.Should().Be(0);
        await client.Awaiting(c => c.Operations.ListAsync(ct: Ct)).Should().ThrowAsync<DarkroomProblemException>().WithMessage("*no valid token*");
        (await RunAsync("token", "revoke", "dashboard", "--data", data)).Exit.Should().Be(1);
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_sign_in_link_made_in_the_terminal_lets_one_browser_in()
    {
        await using var server = await DarkroomServer.StartAsync();

        var (exit, output) = await RunAsync("sign-in", "--data", server.Settings.Data.Path);

        exit.Should().Be(0);
        using var http = new HttpClient();
        var link = output.Split('\n')[0].Trim();
        (await http.GetStringAsync(link, Ct)).Should().Contain("You are signed in");
        using var other = new HttpClient();
        (await other.GetStringAsync(link, Ct)).Should().Contain("This link doesn't work");
    }

    [Fact]
    public async Task Migrate_says_what_it_has_applied()
    {
        using var folder = new TestFolder();

        (await RunAsync("migrate", "--data", folder.Data.Path)).Output.Should().Contain("_Initial");
        (await RunAsync("migrate", "--data", folder.Data.Path)).Output.Should().Contain("up to date");
    }

    [Fact]
    public async Task Help_names_each_verb_with_what_it_does()
    {
        var (exit, output) = await RunAsync("--help");

        exit.Should().Be(0);
        foreach (var verb in CommandTree.Make().Subcommands)
        {
            verb.Description.Should().NotBeNullOrEmpty();
            output.Should().Contain(verb.Name);
            verb.Options.Concat(verb.Subcommands.SelectMany(s => s.Options)).Should().OnlyContain(option => !string.IsNullOrEmpty(option.Description));
        }
    }

    [Theory]
    [InlineData("serve", "--url", "nonsense")]
    [InlineData("token", "create", "--role", "emperor", "--name", "x")]
    [InlineData("token", "create", "--role", "reader")]
    [InlineData("frobnicate")]
    public async Task A_wrong_command_line_is_refused(params string[] args) => (await RunAsync(args)).Exit.Should().NotBe(0);

    private static async Task<(int Exit, string Output)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var exit = await CommandTree.RunAsync(args, output, output, Ct);
        return (exit, output.ToString());
    }
}
