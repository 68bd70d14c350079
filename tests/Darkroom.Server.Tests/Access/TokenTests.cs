using Darkroom.Client.Http;
using Darkroom.Contracts.Access;
using Darkroom.Server.Composition;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Access;

public sealed class TokenTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_token_lets_in_until_it_is_revoked(DatabaseKind database)
    {
        await using var server = await DarkroomServer.StartAsync(database);
        var made = await server.Administrator.Tokens.CreateAsync(new CreateAccessTokenRequest { Name = "ops", Role = Role.Administrator }, Ct);
        using var client = new Client.DarkroomClient(server.Url, made.Token);

        (await client.Tokens.ListAsync(ct: Ct)).Items.Should().Contain(made.AccessToken);
        var again = new CreateAccessTokenRequest { Name = "OPS", Role = Role.Reader };
        (await client.Invoking(c => c.Tokens.CreateAsync(again, Ct)).Should().ThrowAsync<DarkroomProblemException>()).Which.Code.Should().Be("TokenNameTaken");
        await server.Administrator.Tokens.RevokeAsync(made.AccessToken.Uid, Ct);

        (await server.Administrator.Tokens.CreateAsync(again, Ct)).AccessToken.Name.Should().Be("OPS", "a revoked token leaves its name to others");
        (await client.Invoking(c => c.Tokens.ListAsync(ct: Ct)).Should().ThrowAsync<DarkroomProblemException>()).Which.Code.Should().Be("Unauthenticated");
    }
}
