using System.Text.Json.Nodes;
using Darkroom.Contracts.Hosting;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>What is well-formed and belongs elsewhere, or is there already, is refused as well, and nothing is written.</summary>
public sealed class ForeignThingsTests(BadInputServer server) : IClassFixture<BadInputServer>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CreateHostingUnit", "rootPath", "XDHyp:/Connections/other/Default VPC.virtualprivatecloud")]
    [InlineData("CreateHostingUnit", "rootPath", "XDHyp:/HostingUnits/demo")]
    [InlineData("CreateHostingUnit", "networkPaths", "XDHyp:/Connections/other/Default VPC.virtualprivatecloud/us-east-1a.availabilityzone/x.network")]
    [InlineData("AddMasterSpec", "masterImagePath", "XDHyp:/HostingUnits/other/win10-2411-ami (ami-00123456789abcdef).template")]
    [InlineData("AddMasterSpec", "masterImagePath", "XDHyp:/Connections/other/win10-2411-ami (ami-00123456789abcdef).template")]
    [InlineData("AddMasterSpec", "masterImagePath", "w2022-2411 (lt-00123456789abcdef).launchtemplate")]
    [InlineData("PrepareImage", "machineProfile", "XDHyp:/HostingUnits/other/w2022-2411 (lt-00123456789abcdef).launchtemplate/x.launchtemplateversion")]
    [InlineData("PrepareImage", "machineProfile", "win10-2411-ami (ami-00123456789abcdef).template")]
    public async Task A_path_of_another_connection_unit_or_kind_is_refused(string operation, string member, string path)
    {
        await OtherConnectionAsync();
        JsonNode value = member == "networkPaths" ? new JsonArray(path) : path;
        await RefusedAsync(ApiOperation.Of(operation), member, value, null);
    }

    [Theory]
    [InlineData("a", 2)]
    [InlineData("a,b;c", 6)]
    [InlineData("a,b,c", 4)]
    [InlineData(",b", 1)]
    [InlineData("a,b;,c", 5)]
    [InlineData("a,1;A,2", 5)]
    [InlineData("a,\u0001", 3)]
    [InlineData("<CustomProperties><", 2)]
    [InlineData("<!DOCTYPE a><a/>", null)]
    [InlineData("<Other xmlns=\"http://schemas.citrix.com/2014/xd/machinecreation\"/>", null)]
    [InlineData("\n<CustomProperties/>", null)]
    public async Task Malformed_custom_properties_are_refused_at_their_place(string text, int? character)
    {
        foreach (var id in new[] { "CreateConnection", "UpdateConnection", "AddImageDefinitionConnection", "PrepareImage" })
        {
            var reply = await RefusedAsync(ApiOperation.Of(id), "customProperties", text, "CustomPropertiesMalformed");
            reply.Problem!.Detail.Should().MatchRegex(character is { } number ? $@"\b{number}\b" : @"\d");
        }
    }

    [Theory]
    [InlineData("CreateConnection", "hypervisorConnectionName", DemoScene.Name)]
    [InlineData("CreateHostingUnit", "hostingUnitName", DemoScene.Name)]
    [InlineData("CreateImageDefinition", "imageDefinitionName", BadInputServer.Definition)]
    public async Task A_name_that_is_taken_is_refused_whatever_its_case(string operation, string member, string name)
    {
        (await RefusedAsync(ApiOperation.Of(operation), member, name, null)).Status.Should().Be(409);
        (await RefusedAsync(ApiOperation.Of(operation), member, name.ToUpperInvariant(), null)).Status.Should().Be(409);
    }

    private async Task<Reply> RefusedAsync(ApiOperation operation, string member, JsonNode value, string? code)
    {
        var path = await server.PathValuesAsync(operation);
        var body = server.ValidBody(operation);
        body[member] = value;
        var before = await server.TablesAsync();

        var reply = await server.SendAsync(new Sent(operation.Method, Target.Of(operation, path), [new("If-Match", "*")], body.ToJsonString()));

        reply.Flaw(operation.Method).Should().BeNull("{0}", reply);
        reply.IsRefusal.Should().BeTrue("{0}", reply);
        reply.Code.Should().Be(code ?? reply.Code);
        reply.Names(member).Should().BeTrue("{0}", reply);
        (await server.TablesAsync()).Should().Equal(before);
        return reply;
    }

    private async Task OtherConnectionAsync()
    {
        if ((await server.Server.Reader.Connections.ListAsync("other", ct: Ct)).Items.Count == 0)
        {
            await server.Server.Administrator.Connections.CreateAsync(
                new CreateConnectionRequest { HypervisorConnectionName = "other", Region = "us-east-1" }, ct: Ct);
        }
    }
}
