using Darkroom.Contracts.Access;
using Darkroom.Core.Access;
using Darkroom.Core.Time;
using Darkroom.Server.Composition;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.Access;

public sealed class TokenLookupTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_token_that_another_server_revokes_is_worthless_within_seconds(DatabaseKind database)
    {
        await using var store = await TestStore.StartAsync(database);
        var time = new StandingTime();
        var here = new TokenLookup(store.Databases, new Clock(time));
        var hash = await AddTokenAsync(store);

        (await here.FindAsync(hash, Ct)).Should().NotBeNull();
        await RevokeElsewhereAsync(store);
        time.Now += TokenLookup.Kept;

        (await here.FindAsync(hash, Ct)).Should().BeNull();
        TokenLookup.Kept.Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_token_is_looked_up_once_in_a_while_and_after_each_revocation()
    {
        await using var store = await TestStore.StartAsync(DatabaseKind.Sqlite);
        var lookup = new TokenLookup(store.Databases, new Clock(new StandingTime()));
        var hash = await AddTokenAsync(store);

        (await lookup.FindAsync(hash, Ct)).Should().NotBeNull();
        await RevokeElsewhereAsync(store);
        (await lookup.FindAsync(hash, Ct)).Should().NotBeNull("it was found a moment ago, and nothing is said to have changed");
        lookup.Forget();

        (await lookup.FindAsync(hash, Ct)).Should().BeNull();
    }

    [Fact]
    public async Task A_token_that_was_unknown_a_moment_ago_is_found_once_it_is_made()
    {
        await using var store = await TestStore.StartAsync(DatabaseKind.Sqlite);
        var lookup = new TokenLookup(store.Databases, new Clock(new StandingTime()));

        (await lookup.FindAsync(TokenText.HashOf("secret"), Ct)).Should().BeNull();
        var hash = await AddTokenAsync(store);

        (await lookup.FindAsync(hash, Ct)).Should().NotBeNull();
    }

    private static async Task<string> AddTokenAsync(TestStore store)
    {
        await using var db = await store.Databases.CreateDbContextAsync(Ct);
        var token = new AccessToken { Name = "ops", Role = Role.Reader, Hash = TokenText.HashOf("secret"), CreatedAt = DateTimeOffset.UnixEpoch };
        db.AccessTokens.Add(token);
        await db.SaveChangesAsync(Ct);
        return token.Hash;
    }

    private static async Task RevokeElsewhereAsync(TestStore store)
    {
        await using var db = await store.Databases.CreateDbContextAsync(Ct);
        (await db.AccessTokens.SingleAsync(Ct)).RevokedAt = DateTimeOffset.UnixEpoch;
        await db.SaveChangesAsync(Ct);
    }

    private sealed class StandingTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
