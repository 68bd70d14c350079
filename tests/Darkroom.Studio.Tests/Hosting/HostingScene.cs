using System.Text.Json.Nodes;
using Darkroom.Contracts.Hosting;
using Darkroom.Studio.Tests.Wizards;
using Darkroom.Testing;

namespace Darkroom.Studio.Tests.Hosting;

/// <summary>A server with a connection and a hosting unit in an account with thousands of AMIs, a launch template of many versions, and a user who can't see AMIs.</summary>
public sealed class HostingScene : IAsyncLifetime
{
    public const string ManyVersions = "many (lt-0da4c0000000000ff)";

    private const string BlindKey = "AKIADARKROOMTEST0077";
    private const string BlindSecret = "darkroom/demo/not/a/secret/key/of/us0077";
    private const int Versions = 12;

    public DarkroomServer Server { get; private set; } = null!;

    public HostingUnitDto Unit { get; private set; } = null!;

    /// <summary>On a connection whose user may list everything but AMIs.</summary>
    public HostingUnitDto Blind { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await DarkroomServer.StartAsync(change: settings => settings with { Simulator = settings.Simulator with { WorldJson = World() } });
        var client = Server.Administrator;
        Unit = await DemoScene.HostingUnitAsync(client, CancellationToken.None);
        await client.Connections.CreateAsync(
            new CreateConnectionRequest { HypervisorConnectionName = "blind", Region = "us-east-1", AccessKeyId = BlindKey, SecretAccessKey = BlindSecret });
        Blind = await DemoScene.HostingUnitAsync(client, "blind", "blind", "us-east-1a", CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string World()
    {
        var world = WizardScene.World();
        var account = world["accounts"]![0]!;
        account["users"]!.AsArray().Add(JsonNode.Parse(
            $$$"""
            {"name": "blind", "accessKeyId": "{{{BlindKey}}}", "secretAccessKey": "{{{BlindSecret}}}", "policy": {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": ["ec2:DescribeImages", "ec2:CreateImage"], "Resource": "*"}]}}
            """));
        var region = account["regions"]!["us-east-1"]!;
        var template = region["launchTemplates"]![0]!.DeepClone();
        (template["id"], template["name"]) = ("lt-0da4c0000000000ff", "many");
        var versions = template["versions"]!.AsArray();
        while (versions.Count < Versions)
        {
            versions.Add(versions[0]!.DeepClone());
        }

        versions[Versions - 1]!["description"] = StudioScene.Markup;
        region["launchTemplates"]!.AsArray().Add(template);
        return world.ToJsonString();
    }
}
