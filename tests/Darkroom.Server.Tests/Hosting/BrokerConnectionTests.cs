using Darkroom.Client;
using Darkroom.Contracts.Hosting;
using Darkroom.Server.Composition;
using Darkroom.Server.Tests.Images;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Hosting;

/// <summary>Connections as the broker sees them, and their zone.</summary>
public sealed class BrokerConnectionTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private DarkroomClient Client => fixture.Server.Administrator;

    [Theory]
    [Trait("Suite", "full")]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_registration_outlives_its_connection_and_is_removed_by_its_name(DatabaseKind database)
    {
        await using var server = await DarkroomServer.StartAsync(database);
        var broker = server.Administrator.BrokerConnections;
        var connection = await server.Administrator.Connections.CreateAsync(New("East"), ct: Ct);
        var zone = (await server.Reader.Zones.ListAsync(Ct)).Should().ContainSingle().Subject;

        var made = await broker.CreateAsync(Of(connection, "controller-1"), ct: Ct);
        made.Should().BeEquivalentTo(new
        {
            Name = "East",
            HypHypervisorConnectionUid = connection.HypervisorConnectionUid,
            State = BrokerConnectionState.On,
            FaultState = BrokerFaultState.None,
            IsReady = true,
            MachineCount = 0,
            ZoneUid = zone.Uid,
            ZoneName = "Primary",
            PreferredController = "controller-1",
        });
        made.Uid.Should().BePositive();
        made.Capabilities.Should().NotBeEmpty();

        await server.Administrator.Connections.UpdateAsync("East", new() { MaintenanceMode = true, HypervisorConnectionName = "Far East" }, ct: Ct);
        (await broker.GetAsync(made.Uid, Ct)).Should().BeEquivalentTo(
            made with { Name = "Far East", State = BrokerConnectionState.InMaintenanceMode, IsReady = false });

        await server.Administrator.Connections.RemoveAsync("far east", ct: Ct);
        var left = (await broker.ListAsync("FAR*", ct: Ct)).Items.Should().ContainSingle().Subject;
        left.Should().BeEquivalentTo(new { made.Uid, Name = "Far East", State = BrokerConnectionState.Unavailable, IsReady = false });
        left.FaultState.Should().Be(BrokerFaultState.HypervisorConnectionRemoved);
        left.Capabilities.Should().BeEmpty();

        await broker.RemoveAsync(left.Uid, ct: Ct);
        (await broker.ListAsync(ct: Ct)).Items.Should().BeEmpty();
        await Refused.WithAsync("BrokerConnectionNotFound", () => broker.GetAsync(left.Uid, Ct));
        await Refused.WithAsync("BrokerConnectionNotFound", () => broker.RemoveAsync(left.Uid, ct: Ct));

        var again = await broker.CreateAsync(Of(await server.Administrator.Connections.CreateAsync(New("East"), ct: Ct)), ct: Ct);
        again.Uid.Should().BeGreaterThan(made.Uid, "a number isn't given twice");
    }

    [Fact]
    public async Task A_connection_is_registered_once_and_only_if_it_is_there()
    {
        var connection = await Client.Connections.CreateAsync(New("Once"), ct: Ct);
        var made = await Client.BrokerConnections.CreateAsync(Of(connection), ct: Ct);

        var refused = await Refused.WithAsync("BrokerConnectionExists", () => Client.BrokerConnections.CreateAsync(Of(connection), ct: Ct));
        refused.Detail.Should().ContainAll("'Once'", $"{made.Uid}");
        foreach (var nobody in new[] { Guid.Empty, Guid.NewGuid() })
        {
            await Refused.WithAsync(
                "HypervisorConnectionObjectNotFound",
                () => Client.BrokerConnections.CreateAsync(new CreateBrokerConnectionRequest { HypHypervisorConnectionUid = nobody }, ct: Ct));
        }
    }

    [Fact]
    public async Task What_is_left_of_a_removed_connection_makes_room_for_another_of_its_name()
    {
        var first = await Client.BrokerConnections.CreateAsync(Of(await Client.Connections.CreateAsync(New("Rebuilt"), ct: Ct)), ct: Ct);
        await Client.Connections.RemoveAsync("Rebuilt", ct: Ct);

        var second = await Client.BrokerConnections.CreateAsync(Of(await Client.Connections.CreateAsync(New("REBUILT"), ct: Ct)), ct: Ct);

        (await Client.BrokerConnections.ListAsync("rebuilt", ct: Ct)).Items.Should().ContainSingle().Which.Uid.Should().Be(second.Uid);
        await Refused.WithAsync("BrokerConnectionNotFound", () => Client.BrokerConnections.GetAsync(first.Uid, Ct));

        await Client.Connections.RemoveAsync("rebuilt", ct: Ct);
        var other = await Client.BrokerConnections.CreateAsync(Of(await Client.Connections.CreateAsync(New("Other"), ct: Ct)), ct: Ct);
        await Client.Connections.UpdateAsync("Other", new() { HypervisorConnectionName = "Rebuilt" }, ct: Ct);
        (await Client.BrokerConnections.ListAsync("rebuilt", ct: Ct)).Items.Should().ContainSingle().Which.Uid.Should().Be(other.Uid);

        await using var db = await fixture.Server.Services.GetRequiredService<IDbContextFactory<Core.Storage.DarkroomDb>>().CreateDbContextAsync(Ct);
        (await db.AuditRecords.Where(a => a.TargetType == "BrokerConnection" && a.TargetUid == first.HypHypervisorConnectionUid).OrderBy(a => a.Id).ToListAsync(Ct))
            .Select(a => (a.Before is null, a.After is null)).Should().Equal((true, false), (false, true));
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_primary_zone_is_made_once_and_is_the_zone_of_each_connection()
    {
        await using var server = await DarkroomServer.StartAsync();
        var zone = (await server.Reader.Zones.ListAsync(Ct)).Should().ContainSingle().Subject;
        zone.IsPrimary.Should().BeTrue();
        await server.RestartAsync();
        (await server.Reader.Zones.ListAsync(Ct)).Should().Equal(zone);

        foreach (var given in new Guid?[] { null, Guid.Empty, zone.Uid })
        {
            var made = await server.Administrator.Connections.CreateAsync(New($"Zone {given}") with { ZoneUid = given }, ct: Ct);
            made.ZoneUid.Should().Be(zone.Uid);
        }

        var refused = await Refused.WithAsync(
            "ZoneNotFound", () => server.Administrator.Connections.CreateAsync(New("Elsewhere") with { ZoneUid = Guid.NewGuid() }, ct: Ct));
        refused.Errors[0].Field.Should().Be("zoneUid");
    }

    [Fact]
    public async Task A_scope_of_everything_is_taken_and_a_narrower_one_is_refused()
    {
        await Client.Connections.CreateAsync(New("Scoped 1") with { Scopes = [] }, ct: Ct);
        await Client.Connections.CreateAsync(New("Scoped 2") with { Scopes = ["all"] }, ct: Ct);

        var refused = await Refused.WithAsync(
            "ScopeNotFound", () => Client.Connections.CreateAsync(New("Scoped 3") with { Scopes = ["All", "Finance"] }, ct: Ct));
        refused.Detail.Should().Contain("'Finance'");
        refused.Errors[0].Field.Should().Be("scopes");
    }

    private static CreateConnectionRequest New(string name) => new() { HypervisorConnectionName = name, Region = "us-east-1" };

    private static CreateBrokerConnectionRequest Of(HypervisorConnectionDto connection, string? controller = null) =>
        new() { HypHypervisorConnectionUid = connection.HypervisorConnectionUid, PreferredController = controller };
}
