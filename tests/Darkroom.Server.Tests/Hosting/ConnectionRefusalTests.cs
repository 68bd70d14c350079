using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.Hosting;

public sealed class ConnectionRefusalTests(HostingServer server) : IClassFixture<HostingServer>
{
    private static readonly string Arn = $"arn:aws:iam::{HostingServer.Account}:role/nobody";

    public static TheoryData<int, string, string, string, object?> WrongMembers => new()
    {
        { 400, "ValueMissing", "hypervisorConnectionName", "hypervisorConnectionName", "" },
        { 400, "InputNameInvalid", "hypervisorConnectionName", "hypervisorConnectionName", "a/b" },
        { 400, "ValueTooLong", "hypervisorConnectionName", "hypervisorConnectionName", new string('n', 101) },
        { 400, "ConnectionTypeNotSupported", "connectionType", "connectionType", "XenServer" },
        { 400, "ConnectionTypeNotSupported", "connectionType", "connectionType", "Custom" },
        { 400, "ConnectionTypeNotSupported", "connectionType", "pluginId", "OtherFactory" },
        { 400, "HypervisorAddressInvalidFormat", "hypervisorAddress", "hypervisorAddress", "https://ec2.us-east-1.amazonaws.com" },
        { 400, "HypervisorAddressInvalidFormat", "hypervisorAddress", "hypervisorAddress", "us-east-1" },
        { 400, "ConnectionAddressInvalid", "region", "hypervisorAddress", "https://workspaces-instances.eu-west-1.api.aws" },
        { 400, "ConnectionAddressInvalid", "hypervisorAddress", "region", null },
        { 400, "RegionInvalid", "region", "region", "Virginia" },
        { 400, "EndpointOverrideInvalid", "endpointOverride", "endpointOverride", "ftp://127.0.0.1" },
        { 400, "EndpointOverrideInvalid", "endpointOverride", "endpointOverride", "https://user@127.0.0.1" },
        { 400, "EndpointOverrideInvalid", "endpointOverride", "endpointOverride", "/relative" },
        { 400, "ControlCharacter", "endpointOverride", "endpointOverride", "http://127.0.0.1\n" },
        { 400, "RoleArnInvalid", "roleArn", "roleArn", "arn:aws:iam::1:role/x" },
        { 400, "RoleArnInvalid", "roleArn", "roleArn", Arn.Replace("role/", "role//") },
        { 400, "RoleArnInvalid", "roleArn", "roleArn", Arn.Replace("role/", "role/a b/") },
        { 400, "RoleArnInvalid", "roleArn", "roleArn", Arn + "/" },
        { 400, "ConnectionCredentialsContradictory", "secretAccessKey", "secretAccessKey+credentialKind", "DefaultChain" },
        { 400, "ConnectionCredentialsContradictory", "roleArn", "roleArn+credentialKind", "AccessKey" },
        { 400, "ValueMissing", "accessKeyId", "credentialKind", "AccessKey" },
        { 400, "ValueMissing", "secretAccessKey", "accessKeyId", "AKIA" },
        { 400, "ValueMissing", "roleArn", "credentialKind", "RoleArn" },
        { 400, "WrongType", "credentialKind", "credentialKind", "Sometimes" },
        { 400, "CustomPropertiesMalformed", "customProperties", "customProperties", "<none" },
        { 422, "ConnectionCredentialsNotValid", "", "roleArn", Arn },
        { 422, "ConnectionCredentialsNotValid", "", "roleArn", Arn.Replace("role/", "role/teams/desktops/") },
        { 422, "HypervisorNotContactable", "", "endpointOverride", "http://127.0.0.1:1" },
    };

    [Theory]
    [MemberData(nameof(WrongMembers))]
    public async Task A_wrong_member_is_refused_and_nothing_is_saved(int status, string code, string field, string member, object? value)
    {
        var name = $"Refused {Guid.NewGuid():N}";
        var body = new Dictionary<string, object?> { ["hypervisorConnectionName"] = name, ["region"] = "us-east-1" };
        switch (member)
        {
            case "region" when value is null:
                body.Remove("region");
                break;
            case "secretAccessKey+credentialKind":
                (body["secretAccessKey"], body["credentialKind"]) = ("x", value);
                break;
            case "roleArn+credentialKind":
                (body["roleArn"], body["credentialKind"]) = (Arn, value);
                break;
            default:
                body[member] = value;
                break;
        }

        var refused = await server.PostAsync("connections", body);

        refused.ShouldBeRefused(status, code, field.Length > 0 ? field : null);
        await using var db = await server.DatabaseAsync();
        (await db.Connections.AnyAsync(c => c.Name == name, TestContext.Current.CancellationToken)).Should().BeFalse();
    }

    [Fact]
    public async Task A_name_is_taken_whatever_its_case()
    {
        var name = await server.ConnectionAsync();
        var other = await server.ConnectionAsync();

        (await server.PostAsync("connections", new { hypervisorConnectionName = name.ToUpperInvariant(), region = "us-east-1" }))
            .ShouldBeRefused(409, "HypervisorConnectionDuplicateObjectExists", "hypervisorConnectionName");
        (await server.PatchAsync($"connections/{other}", new { hypervisorConnectionName = name.ToUpperInvariant() }))
            .ShouldBeRefused(409, "HypervisorConnectionDuplicateNameExists", "hypervisorConnectionName");
        (await server.PatchAsync($"connections/{name}", new { hypervisorConnectionName = name.ToUpperInvariant() })).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("no-such-one")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("a%01b")]
    [InlineData("%7B00000000-0000-0000-0000-000000000000%7D")]
    public async Task An_unknown_connection_is_not_found(string nameOrUid)
    {
        (await server.GetAsync($"connections/{nameOrUid}")).ShouldBeRefused(404, "HypervisorConnectionObjectNotFound");
        (await server.PatchAsync($"connections/{nameOrUid}", new { maintenanceMode = true })).ShouldBeRefused(404, "HypervisorConnectionObjectNotFound");
        (await server.DeleteAsync($"connections/{nameOrUid}")).ShouldBeRefused(404, "HypervisorConnectionObjectNotFound");
        (await server.GetAsync($"connections/{nameOrUid}/inventory")).ShouldBeRefused(404, "HypervisorConnectionObjectNotFound");
    }

    [Fact]
    public async Task With_hosting_units_a_connection_stays_in_its_account_and_Region()
    {
        var name = await server.ConnectionAsync();
        var unit = await server.HostingUnitAsync(name);

        var account = await server.PatchAsync(
            $"connections/{name}", new { accessKeyId = HostingServer.OtherKeyId, secretAccessKey = HostingServer.OtherSecret });
        account.ShouldBeRefused(409, "HypervisorConnectionAccountFixed");
        account.Text("detail").Should().Contain(unit).And.Contain(HostingServer.OtherAccount);
        (await server.PatchAsync($"connections/{name}", new { hypervisorAddress = "https://workspaces-instances.eu-west-1.api.aws" }))
            .ShouldBeRefused(409, "HypervisorConnectionRegionFixed", "hypervisorAddress");
        (await server.PatchAsync($"connections/{name}", new { accessKeyId = HostingServer.KeyId, secretAccessKey = HostingServer.Secret }))
            .Status.Should().Be(200);
    }

    [Fact]
    public async Task In_maintenance_mode_nothing_is_browsed_and_no_unit_is_made()
    {
        var name = await server.ConnectionAsync();
        var unit = await server.HostingUnitAsync(name);
        (await server.PatchAsync($"connections/{name}", new { maintenanceMode = true })).Body.GetProperty("maintenanceMode").GetBoolean().Should().BeTrue();

        (await server.GetAsync($"connections/{name}/inventory")).ShouldBeRefused(409, "HypervisorInMaintenanceMode");
        (await server.GetAsync($"hosting-units/{unit}/inventory")).ShouldBeRefused(409, "HypervisorInMaintenanceMode");
        (await server.GetAsync($"hosting-units/{unit}/inventory/item?path=x.template")).ShouldBeRefused(409, "HypervisorInMaintenanceMode");
        (await server.PostAsync("hosting-units", HostingServer.Unit("Not made", name))).ShouldBeRefused(409, "HypervisorInMaintenanceMode");

        (await server.PatchAsync($"connections/{name}", new { maintenanceMode = false })).Status.Should().Be(200);
        (await server.GetAsync($"connections/{name}/inventory")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_connection_in_use_is_not_removed_and_its_users_are_named()
    {
        var name = await server.ConnectionAsync();
        var unit = await server.HostingUnitAsync(name);
        var definition = $"Image {Guid.NewGuid():N}";
        await server.PostAsync("image-definitions", new { imageDefinitionName = definition, osType = "Windows", sessionSupport = "SingleSession" });
        (await server.SendAsync(HttpMethod.Put, $"image-definitions/{definition}/connections/{name}", new { })).Status.Should().BeLessThan(300);

        var both = await server.DeleteAsync($"connections/{name}");
        (await server.DeleteAsync($"hosting-units/{unit}")).Status.Should().Be(204);
        var bound = await server.DeleteAsync($"connections/{name}");

        both.ShouldBeRefused(409, "HypervisorConnectionObjectToDeleteIsInUse");
        both.Text("detail").Should().Contain(unit).And.Contain(definition);
        bound.ShouldBeRefused(409, "HypervisorConnectionObjectToDeleteIsInUse");
        bound.Text("detail").Should().NotContain(unit);
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_any_more_is_said_and_can_be_replaced()
    {
        var name = $"C {Guid.NewGuid():N}";
        await server.PostAsync("connections", new
        {
            hypervisorConnectionName = name,
            region = "us-east-1",
            accessKeyId = HostingServer.KeyId,
            secretAccessKey = HostingServer.Secret,
        });
        await using (var db = await server.DatabaseAsync())
        {
            await db.Connections.Where(c => c.Name == name)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.ProtectedSecret, "lost"), TestContext.Current.CancellationToken);
        }

        (await server.GetAsync($"connections/{name}/inventory")).ShouldBeRefused(409, "FailureToRetrieveConnectionPassword");
        (await server.PatchAsync($"connections/{name}", new { secretAccessKey = HostingServer.Secret })).Status.Should().Be(200);
        (await server.GetAsync($"connections/{name}/inventory")).Status.Should().Be(200);
    }
}
