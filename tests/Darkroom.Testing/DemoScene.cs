using Darkroom.Client;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;

namespace Darkroom.Testing;

/// <summary>Everything that a preparation in the demo world needs, made through the API.</summary>
public static class DemoScene
{
    public const string Name = "demo";
    public const string GoodMaster = "win10-2411-ami (ami-00123456789abcdef).template";
    public const string MachineProfile = "w2022-2411 (lt-00123456789abcdef).launchtemplate/lt-00123456789abcdef (1).launchtemplateversion";

    /// <summary>Makes connection and hosting unit, both of the same name.</summary>
    public static async Task<HostingUnitDto> HostingUnitAsync(DarkroomClient client, CancellationToken ct, string name = Name)
    {
        await client.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = name, Region = "us-east-1" }, ct: ct);
        return await HostingUnitAsync(client, name, name, "us-east-1a", ct);
    }

    /// <summary>Makes a hosting unit on a connection that is there.</summary>
    public static async Task<HostingUnitDto> HostingUnitAsync(DarkroomClient client, string connection, string name, string zone, CancellationToken ct)
    {
        var vpc = $"XDHyp:/Connections/{connection}/Default VPC.virtualprivatecloud";
        var subnets = await client.Connections.Inventory(connection).ListAsync($"{vpc}/{zone}.availabilityzone", ct: ct);
        return await client.HostingUnits.CreateAsync(
            new CreateHostingUnitRequest
            {
                HostingUnitName = name,
                HypervisorConnection = connection,
                RootPath = vpc,
                AvailabilityZonePath = zone,
                NetworkPaths = [subnets.Items[0].FullPath],
            },
            ct: ct);
    }

    /// <summary>Makes a definition with one version and its master spec, in the hosting unit of that name.</summary>
    public static async Task<ImageVersionSpecDto> MasterSpecAsync(
        DarkroomClient client, string definition, CancellationToken ct, string master = GoodMaster, string name = Name)
    {
        await client.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = definition, OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: ct);
        await client.ImageDefinitions.AddConnectionAsync(definition, name, ct: ct);
        await client.ImageVersions.CreateAsync(definition, ct: ct);
        return await client.ImageVersions.AddMasterSpecAsync(definition, "latest", new AddMasterSpecRequest { HostingUnit = name, MasterImagePath = master }, ct: ct);
    }
}
