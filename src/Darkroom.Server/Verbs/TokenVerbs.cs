using System.CommandLine;
using System.Globalization;
using Darkroom.Client;
using Darkroom.Client.Http;
using Darkroom.Contracts.Access;

namespace Darkroom.Server.Verbs;

/// <summary><c>darkroom token</c>: makes, lists and revokes the bearer tokens of a running server.</summary>
internal static class TokenVerbs
{
    private static readonly Option<Role> WithRole = new("--role")
    {
        Description = "What its bearer may do: reader sees everything but secrets, operator works with images, administrator does all.",
        HelpName = "reader|operator|administrator",
        Required = true,
    };

    private static readonly Option<string> WithName = new("--name")
    {
        Description = "Whom it is for; the audit shows it as the user.",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly Argument<string> NameOrUid = new("token") { Description = "Name or uid of the token." };

    public static Command Make()
    {
        var create = new Command("create", "Make a token and print it; it is shown this once.") { WithRole, WithName, CommonOptions.Data };
        create.SetAction(CreateAsync);
        var list = new Command("list", "List the tokens; never the tokens themselves.") { CommonOptions.Data };
        list.SetAction(ListAsync);
        var revoke = new Command("revoke", "Make a token worthless at once.") { NameOrUid, CommonOptions.Data };
        revoke.SetAction(RevokeAsync);
        return new Command("token", "Make, list and revoke bearer tokens of the running server.") { create, list, revoke };
    }

    private static async Task<int> CreateAsync(ParseResult parsed, CancellationToken ct)
    {
        using var client = DarkroomClient.Discover(parsed.GetValue(CommonOptions.Data));
        var made = await client.Tokens.CreateAsync(
            new CreateAccessTokenRequest { Name = parsed.GetRequiredValue(WithName), Role = parsed.GetRequiredValue(WithRole) }, ct);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(made.Token);
        return 0;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken ct)
    {
        using var client = DarkroomClient.Discover(parsed.GetValue(CommonOptions.Data));
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync($"{"UID",-36}  {"ROLE",-13}  {"CREATED (UTC)",-16}  {"STATE",-28}  NAME");
        await foreach (var token in AllAsync(client, ct))
        {
            var state = token.RevokedAt is { } revoked ? $"revoked {Utc(revoked)} UTC" : "valid";
            await output.WriteLineAsync($"{token.Uid}  {token.Role,-13}  {Utc(token.CreatedAt)}  {state,-28}  {token.Name}");
        }

        return 0;
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static async Task<int> RevokeAsync(ParseResult parsed, CancellationToken ct)
    {
        using var client = DarkroomClient.Discover(parsed.GetValue(CommonOptions.Data));
        var wanted = parsed.GetRequiredValue(NameOrUid);
        await foreach (var token in AllAsync(client, ct))
        {
            if (token.RevokedAt is null && (token.Name == wanted || token.Uid.ToString() == wanted))
            {
                await client.Tokens.RevokeAsync(token.Uid, ct);
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"Revoked {token.Name}.");
                return 0;
            }
        }

        await parsed.InvocationConfiguration.Error.WriteLineAsync($"darkroom: There is no valid token '{wanted}'.\n'darkroom token list' shows them.");
        return 1;
    }

    private static IAsyncEnumerable<AccessTokenDto> AllAsync(DarkroomClient client, CancellationToken ct) =>
        Pages.AllAsync((token, stop) => client.Tokens.ListAsync(token, stop), ct);
}
