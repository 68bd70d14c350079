using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.Hosting;

public sealed class ConnectionTests(HostingServer server) : IClassFixture<HostingServer>
{
    [Fact]
    public async Task A_connection_says_whose_account_it_is_once_it_is_made()
    {
        var made = await server.PostAsync("connections", new
        {
            hypervisorConnectionName = "WSC us-east-1",
            connectionType = "Custom",
            pluginId = "AmazonWorkSpacesCoreMachineManagerFactory",
            hypervisorAddress = "https://workspaces-instances.us-east-1.api.aws",
            customProperties = "UseSystemProxyForHypervisorTrafficOnConnectors,True",
        });

        made.Status.Should().Be(201, "{0}", made.Body);
        made.Text("accountId").Should().Be(HostingServer.Account);
        made.Text("principalArn").Should().Be($"arn:aws:iam::{HostingServer.Account}:user/darkroom");
        made.Text("region").Should().Be("us-east-1");
        made.Text("connectionType").Should().Be("Custom");
        made.Text("credentialKind").Should().Be("DefaultChain");
        made.Body.GetProperty("hypervisorAddress").EnumerateArray().Select(a => a.GetString()).Should().Equal("https://workspaces-instances.us-east-1.api.aws");
        made.Tag.Should().Be("\"1\"");
        (await server.GetAsync(made.Location![8..])).Body.ToString().Should().Be(made.Body.ToString());
        (await server.GetAsync("connections/wsc%20US-east-1")).Text("hypervisorConnectionUid").Should().Be(made.Text("hypervisorConnectionUid"));
    }

    [Theory]
    [InlineData("us-east-1", null, "https://workspaces-instances.us-east-1.api.aws")]
    [InlineData(null, "https://workspaces-instances-fips.us-east-1.api.aws", "https://workspaces-instances-fips.us-east-1.api.aws")]
    [InlineData("us-east-1", "https://workspaces-instances.us-east-1.api.aws/", "https://workspaces-instances.us-east-1.api.aws/")]
    public async Task Address_and_Region_each_say_the_other(string? region, string? address, string kept)
    {
        var body = new Dictionary<string, string> { ["hypervisorConnectionName"] = $"C {Guid.NewGuid():N}" };
        _ = region is null ? false : body.TryAdd("region", region);
        _ = address is null ? false : body.TryAdd("hypervisorAddress", address);

        var made = await server.PostAsync("connections", body);

        made.Text("region").Should().Be("us-east-1");
        made.Body.GetProperty("hypervisorAddress")[0].GetString().Should().Be(kept);
    }

    [Theory]
    [InlineData("role_based_auth", "role_based_auth", "RoleBasedAuth", null)]
    [InlineData(HostingServer.KeyId, HostingServer.Secret, "AccessKey", HostingServer.KeyId)]
    public async Task Key_and_secret_say_the_kind_of_credentials(string keyId, string secret, string kind, string? kept)
    {
        var made = await server.PostAsync("connections", new
        {
            hypervisorConnectionName = $"C {Guid.NewGuid():N}",
            region = "us-east-1",
            accessKeyId = keyId,
            secretAccessKey = secret,
        });

        made.Text("credentialKind").Should().Be(kind, "{0}", made.Body);
        made.Body.GetProperty("accessKeyId").GetString().Should().Be(kept);
    }

    [Fact]
    public async Task The_secret_is_in_no_answer_no_audit_record_and_no_column_in_the_clear()
    {
        var made = await server.PostAsync("connections", new
        {
            hypervisorConnectionName = $"C {Guid.NewGuid():N}",
            region = "us-east-1",
            accessKeyId = HostingServer.KeyId,
            secretAccessKey = HostingServer.Secret,
        }, key: "secret once");
        var uid = Guid.Parse(made.Text("hypervisorConnectionUid")!);

        await using var db = await server.DatabaseAsync();
        var row = await db.Connections.SingleAsync(c => c.Uid == uid, TestContext.Current.CancellationToken);
        var audit = await db.AuditRecords.SingleAsync(a => a.TargetUid == uid, TestContext.Current.CancellationToken);
        var replies = await db.IdempotencyRecords.ToListAsync(TestContext.Current.CancellationToken);

        row.ProtectedSecret.Should().NotBeNull();
        foreach (var text in new[] { made.Body.ToString(), JsonSerializer.Serialize(row), JsonSerializer.Serialize(audit), JsonSerializer.Serialize(replies) })
        {
            text.Should().NotContain("us0001");
        }

        made.Body.ToString().Should().NotContain(row.ProtectedSecret);
        audit.After.Should().Contain(HostingServer.KeyId).And.NotContain(row.ProtectedSecret);
        audit.Action.Should().Be("CreateConnection");
    }

    [Fact]
    public async Task The_audit_says_that_a_secret_was_replaced_and_not_by_what()
    {
        var made = await server.PostAsync("connections", new
        {
            hypervisorConnectionName = $"C {Guid.NewGuid():N}",
            region = "us-east-1",
            accessKeyId = HostingServer.KeyId,
            secretAccessKey = HostingServer.Secret,
        });
        var path = $"connections/{made.Text("hypervisorConnectionUid")}";
        var uid = Guid.Parse(made.Text("hypervisorConnectionUid")!);

        var kept = await server.PatchAsync(path, new { hypervisorAddress = "https://workspaces-instances-fips.us-east-1.api.aws" });
        kept.Text("secretSetAt").Should().Be(made.Text("secretSetAt"), "another address keeps the secret");
        var replaced = await server.PatchAsync(path, new { secretAccessKey = HostingServer.Secret });
        replaced.Text("secretSetAt").Should().NotBe(made.Text("secretSetAt"));
        var without = await server.PatchAsync(path, new { credentialKind = "DefaultChain" });
        without.Body.GetProperty("secretSetAt").ValueKind.Should().Be(JsonValueKind.Null);

        await using var db = await server.DatabaseAsync();
        var audit = await db.AuditRecords.Where(a => a.TargetUid == uid && a.Action == "UpdateConnection").OrderBy(a => a.Id)
            .ToListAsync(TestContext.Current.CancellationToken);
        audit.Should().HaveCount(3);
        SetAt(audit[1].Before).Should().NotBe(SetAt(audit[1].After));
        JsonSerializer.Serialize(audit).Should().NotContain("us0001");
    }

    [Fact]
    public async Task A_repeat_under_the_same_key_makes_no_second_connection()
    {
        var body = new { hypervisorConnectionName = $"C {Guid.NewGuid():N}", region = "us-east-1" };

        var first = await server.PostAsync("connections", body, key: "once");
        var second = await server.PostAsync("connections", body, key: "once");

        second.Status.Should().Be(201, "{0}", second.Body);
        second.Text("hypervisorConnectionUid").Should().Be(first.Text("hypervisorConnectionUid"));
    }

    [Fact]
    public async Task A_change_needs_the_state_that_was_read_and_moves_it_on()
    {
        var path = $"connections/{await server.ConnectionAsync()}";
        var renamed = $"Renamed {Guid.NewGuid():N}";

        (await server.PatchAsync(path, new { allowUnverifiedGuests = true }, ifMatch: null)).ShouldBeRefused(428, "PreconditionRequired");
        (await server.PatchAsync(path, new { allowUnverifiedGuests = true }, "\"7\"")).ShouldBeRefused(412, "VersionMismatch");
        var changed = await server.PatchAsync(
            path, new { hypervisorConnectionName = renamed, allowUnverifiedGuests = true, customProperties = "A,1" }, "\"1\"");

        changed.Tag.Should().Be("\"2\"");
        changed.Body.GetProperty("allowUnverifiedGuests").GetBoolean().Should().BeTrue();
        (await server.PatchAsync($"connections/{renamed}", new { customProperties = "A,1" }, "\"2\"")).Tag.Should().Be("\"2\"", "nothing changed");
        (await server.PatchAsync($"connections/{renamed}", new { customProperties = "" }, "\"2\"")).Body.GetProperty("customProperties").ValueKind
            .Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task New_credentials_are_tried_before_they_are_saved()
    {
        var path = $"connections/{await server.ConnectionAsync()}";

        (await server.PatchAsync(path, new { accessKeyId = HostingServer.KeyId, secretAccessKey = "wrong" }))
            .ShouldBeRefused(422, "ConnectionCredentialsNotValid");
        (await server.GetAsync(path)).Text("credentialKind").Should().Be("DefaultChain");

        var changed = await server.PatchAsync(path, new { accessKeyId = HostingServer.KeyId, secretAccessKey = HostingServer.Secret });
        changed.Text("credentialKind").Should().Be("AccessKey");
        (await server.PatchAsync(path, new { secretAccessKey = HostingServer.Secret })).Text("accessKeyId").Should().Be(HostingServer.KeyId);
        (await server.PatchAsync(path, new { credentialKind = "DefaultChain" })).Body.GetProperty("accessKeyId").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_connection_without_hosting_units_may_move_to_another_account_and_Region()
    {
        var path = $"connections/{await server.ConnectionAsync()}";

        var changed = await server.PatchAsync(path, new
        {
            hypervisorAddress = "https://workspaces-instances.eu-west-1.api.aws",
            accessKeyId = HostingServer.OtherKeyId,
            secretAccessKey = HostingServer.OtherSecret,
        });

        (changed.Text("accountId"), changed.Text("region")).Should().Be((HostingServer.OtherAccount, "eu-west-1"));
    }

    [Fact]
    public async Task Connections_are_listed_by_name_filter_in_pages()
    {
        var mark = $"{Guid.NewGuid():N}"[..8];
        foreach (var letter in "bac")
        {
            await server.PostAsync("connections", new { hypervisorConnectionName = $"{mark} {letter}", region = "us-east-1" });
        }

        var first = await server.GetAsync($"connections?name={mark.ToUpperInvariant()}*&pageSize=2");
        var second = await server.GetAsync($"connections?name={mark}*&pageSize=2&pageToken={first.Text("nextPageToken")}");

        Names(first).Should().Equal($"{mark} a", $"{mark} b");
        Names(second).Should().Equal($"{mark} c");
        second.Body.GetProperty("nextPageToken").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Removing_a_connection_leaves_an_audit_record_of_it()
    {
        var name = await server.ConnectionAsync();

        (await server.DeleteAsync($"connections/{name}")).Status.Should().Be(204);

        (await server.GetAsync($"connections/{name}")).ShouldBeRefused(404, "HypervisorConnectionObjectNotFound");
        await using var db = await server.DatabaseAsync();
        var audit = await db.AuditRecords.SingleAsync(a => a.TargetName == name && a.Action == "RemoveConnection", TestContext.Current.CancellationToken);
        (audit.Before is null, audit.After).Should().Be((false, null));
    }

    private static IEnumerable<string?> Names(Answer page) =>
        page.Body.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("hypervisorConnectionName").GetString());

    private static string? SetAt(string? audited) => JsonDocument.Parse(audited!).RootElement.GetProperty("secretSetAt").GetString();
}
