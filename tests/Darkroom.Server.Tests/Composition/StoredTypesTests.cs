using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Hosting;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Server.Composition;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.Composition;

public sealed class StoredTypesTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Noon = new(2026, 11, 3, 12, 0, 0, 123, TimeSpan.FromHours(2));

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Times_lists_errors_and_enums_come_back_as_they_were(DatabaseKind database)
    {
        await using var store = await TestStore.StartAsync(database);
        var operation = Operation();
        operation.Error = new ProblemItemDto { Code = "Boom", Message = "It's \"broken\" — ünïcode 😀", Field = "machineProfile" };
        operation.HeldUntil = Noon;
        await AddAsync(store, operation);

        await using var db = await store.Databases.CreateDbContextAsync(Ct);
        var read = await db.Operations.SingleAsync(o => o.Id == operation.Id, Ct);
        read.Error.Should().Be(operation.Error);
        read.HeldUntil.Should().Be(Noon);
        read.HeldUntil!.Value.Offset.Should().Be(TimeSpan.Zero);
        read.StartedAt.Should().BeNull();
        read.State.Should().Be(OperationState.Held);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Times_are_ordered_and_compared_by_the_database(DatabaseKind database)
    {
        await using var store = await TestStore.StartAsync(database);
        foreach (var hours in new[] { 5, -3, 0 })
        {
            await AddAsync(store, Operation(Noon.AddHours(hours).ToOffset(TimeSpan.FromHours(hours))));
        }

        await using var db = await store.Databases.CreateDbContextAsync(Ct);
        (await db.Operations.OrderBy(o => o.HeldUntil).Select(o => o.HeldUntil).ToListAsync(Ct))
            .Should().Equal(Noon.AddHours(-3), Noon, Noon.AddHours(5));
        (await db.Operations.CountAsync(o => o.HeldUntil < Noon.AddMinutes(1), Ct)).Should().Be(2);
        (await db.Operations.CountAsync(o => o.HeldUntil == null, Ct)).Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_list_in_a_column_comes_back_and_its_change_is_seen(DatabaseKind database)
    {
        await using var store = await TestStore.StartAsync(database);
        var connection = Connection();
        await AddAsync(store, connection);
        await using (var db = await store.Databases.CreateDbContextAsync(Ct))
        {
            var unit = Unit(connection);
            db.HostingUnits.Add(unit);
            await db.SaveChangesAsync(Ct);
            unit.Subnets = [.. unit.Subnets, new HostingUnitSubnet("subnet-2", "10.0.2.0/24")];
            await db.SaveChangesAsync(Ct);
        }

        await using var fresh = await store.Databases.CreateDbContextAsync(Ct);
        (await fresh.HostingUnits.SingleAsync(Ct)).Subnets.Select(s => s.SubnetId).Should().Equal("subnet-1", "subnet-2");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_write_on_a_stale_version_is_a_conflict(DatabaseKind database)
    {
        await using var store = await TestStore.StartAsync(database);
        await AddAsync(store, Operation());
        await using var first = await store.Databases.CreateDbContextAsync(Ct);
        await using var second = await store.Databases.CreateDbContextAsync(Ct);
        (await first.Operations.SingleAsync(Ct)).Progress = 1;
        (await second.Operations.SingleAsync(Ct)).Progress = 2;

        await first.SaveChangesAsync(Ct);
        var failure = (await second.Invoking(db => db.SaveChangesAsync(Ct)).Should().ThrowAsync<DbUpdateConcurrencyException>()).Which;
        WriteConflict.Is(failure).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_names_that_differ_in_case_alone_conflict(DatabaseKind database)
    {
        await using var store = await TestStore.StartAsync(database);
        await AddAsync(store, Connection("Prod"));

        var failure = (await FluentActions.Awaiting(() => AddAsync(store, Connection("pROD"))).Should().ThrowAsync<DbUpdateException>()).Which;
        WriteConflict.Is(failure).Should().BeTrue();
    }

    private static async Task AddAsync(TestStore store, object entity)
    {
        await using var db = await store.Databases.CreateDbContextAsync(Ct);
        db.Add(entity);
        await db.SaveChangesAsync(Ct);
    }

    private static Operation Operation(DateTimeOffset? heldUntil = null) => new()
    {
        Kind = "Test",
        Title = "A test",
        Input = "{}",
        StartedBy = "test",
        State = OperationState.Held,
        CreatedAt = Noon,
        HeldUntil = heldUntil,
    };

    private static HypervisorConnection Connection(string name = "conn") => new()
    {
        Name = name,
        ConnectionType = "AmazonWorkSpacesCore",
        PluginId = "plugin",
        Address = "https://workspaces-instances.us-east-1.api.aws",
        Region = "us-east-1",
        AccountId = "111111111111",
        PrincipalArn = "arn:aws:iam::111111111111:user/darkroom",
        CreatedAt = Noon,
    };

    private static HostingUnit Unit(HypervisorConnection connection) => new()
    {
        Name = "unit",
        ConnectionUid = connection.Uid,
        VpcId = "vpc-1",
        VpcName = "Main (vpc-1)",
        AvailabilityZone = "us-east-1a",
        Subnets = [new HostingUnitSubnet("subnet-1", "10.0.1.0/24")],
        CreatedAt = Noon,
    };
}
