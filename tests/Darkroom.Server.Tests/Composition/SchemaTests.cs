using Darkroom.Server.Composition;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.Composition;

public sealed class SchemaTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_migrations_make_the_model(DatabaseKind database)
    {
        await using var store = await TestStore.StartAsync(database);
        await using var db = await store.Databases.CreateDbContextAsync(Ct);

        db.Database.HasPendingModelChanges().Should().BeFalse("a changed entity needs eng/reset-migrations");
        (await db.Database.GetPendingMigrationsAsync(Ct)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Migrating_again_changes_nothing(DatabaseKind database)
    {
        await using var store = await TestStore.StartAsync(database);

        (await Schema.MigrateAsync(store.Settings, Ct)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_database_of_a_later_version_is_refused(DatabaseKind database)
    {
        await using var store = await TestStore.StartAsync(database);
        await using (var db = await store.Databases.CreateDbContextAsync(Ct))
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_FromTheFuture', '99.0.0')""", Ct);
        }

        var refusals = new Func<Task>[] { () => Schema.MigrateAsync(store.Settings, Ct), () => RunningServer.StartAsync(store.Settings, Ct) };
        foreach (var refusal in refusals)
        {
            (await refusal.Should().ThrowAsync<StartRefusedException>()).Which.Message.Should().Contain("FromTheFuture");
        }
    }

    [Fact]
    public async Task A_server_on_an_unmigrated_PostgreSQL_says_which_verb_is_missing()
    {
        using var folder = new TestFolder();
        var settings = await TestDatabase.SettingsAsync(DatabaseKind.Postgres, folder.Data);

        (await FluentActions.Awaiting(() => RunningServer.StartAsync(settings, Ct)).Should().ThrowAsync<StartRefusedException>())
            .Which.Remedy.Should().Contain("darkroom migrate");
    }

    [Fact]
    public async Task SQLite_writes_ahead_and_waits_for_the_disk()
    {
        await using var store = await TestStore.StartAsync(DatabaseKind.Sqlite);
        await using var db = await store.Databases.CreateDbContextAsync(Ct);

        (await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode()").SingleAsync(Ct)).Should().Be("wal");
        (await db.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous()").SingleAsync(Ct)).Should().Be(2);
        (await db.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys()").SingleAsync(Ct)).Should().Be(1);
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task PostgreSQL_tests_run_wherever_psql_is()
    {
        Assert.SkipWhen(Tools.Find("psql") is null, "psql is missing.");

        (await Testing.Postgres.PostgresCluster.SharedAsync()).Missing.Should().BeNull();
    }
}
