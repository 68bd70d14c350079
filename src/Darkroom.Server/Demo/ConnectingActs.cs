using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;

namespace Darkroom.Server.Demo;

/// <summary>Connections, hosting units, and the definition that all versions belong to.</summary>
internal static class ConnectingActs
{
    public const string Connection = "wsc";
    public const string Unit = "wsc";
    public const string Zone = "us-east-1a";

    public static async Task ConnectAsync(Demonstration demo, CancellationToken ct)
    {
        demo.Stage.Act("Connect to the cloud");
        await ConnectionAsync(
            demo,
            new CreateConnectionRequest
            {
                HypervisorConnectionName = Connection,
                HypervisorAddress = "https://workspaces-instances.us-east-1.api.aws",
                CredentialKind = CredentialKind.RoleBasedAuth,
            },
            ct);
        await UnitAsync(demo, Unit, Connection, Zone, ct);
    }

    public static async Task DescribeAsync(Demonstration demo, CancellationToken ct)
    {
        demo.Stage.Act("Describe the image");
        await demo.Client.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = Demonstration.Definition, OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession },
            ct: ct);
        await demo.Client.ImageDefinitions.AddConnectionAsync(Demonstration.Definition, Connection, ct: ct);
        demo.Stage.Line($"image definition {Demonstration.Definition}", $"Windows, MultiSession, on connection {Connection}");
    }

    public static async Task ConnectionAsync(Demonstration demo, CreateConnectionRequest request, CancellationToken ct)
    {
        var made = await demo.Client.Connections.CreateAsync(request, ct: ct);
        demo.Stage.Line($"connection {made.HypervisorConnectionName}", $"account {made.AccountId} in {made.Region}, as {made.PrincipalArn}");
    }

    /// <summary>A hosting unit on the first subnet of a zone.</summary>
    public static async Task UnitAsync(Demonstration demo, string name, string connection, string zone, CancellationToken ct)
    {
        var vpc = $@"XDHyp:\Connections\{connection}\Default VPC.virtualprivatecloud";
        var zonePath = $@"{vpc}\{zone}.availabilityzone";
        var subnets = await demo.Client.Connections.Inventory(connection).ListAsync(zonePath, ct: ct);
        var unit = await demo.Client.HostingUnits.CreateAsync(
            new CreateHostingUnitRequest
            {
                HostingUnitName = name,
                HypervisorConnection = connection,
                RootPath = vpc,
                AvailabilityZonePath = zonePath,
                NetworkPaths = [subnets.Items[0].FullPath],
            },
            ct: ct);
        demo.Stage.Line($"hosting unit {name}", $"{unit.VpcId}, {unit.AvailabilityZone}, {unit.Subnets[0].SubnetId} ({unit.Subnets[0].CidrBlock})");
    }
}
