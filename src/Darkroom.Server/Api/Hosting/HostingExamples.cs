using Darkroom.Contracts.Hosting;
using Darkroom.Server.OpenApi;

namespace Darkroom.Server.Api.Hosting;

internal sealed class HostingExamples : IExamples
{
    private const string Connection = "Production us-east-1";
    private const string Vpc = @"XDHyp:\Connections\Production us-east-1\Default VPC.virtualprivatecloud";
    private const string Network = Vpc + @"\us-east-1a.availabilityzone\192.168.0.0`/20 (vpc-0da4c0000000000a1).network";

    private static readonly Guid ConnectionUid = new("01993b52-0c1d-7f0e-8a11-0c5a5a0f6a01");
    private static readonly Guid ZoneUid = new("01993b51-ff02-7a4d-8d21-93b0c4a4de00");
    private static readonly DateTimeOffset Made = new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);

    public IEnumerable<object> Make()
    {
        yield return new HypervisorConnectionDto
        {
            HypervisorConnectionUid = ConnectionUid,
            HypervisorConnectionName = Connection,
            ConnectionType = "AmazonWorkSpacesCore",
            PluginId = "AmazonWorkSpacesCoreMachineManagerFactory",
            HypervisorAddress = ["https://workspaces-instances.us-east-1.api.aws"],
            Region = "us-east-1",
            CredentialKind = CredentialKind.RoleArn,
            RoleArn = "arn:aws:iam::111122223333:role/darkroom",
            AccountId = "111122223333",
            PrincipalArn = "arn:aws:sts::111122223333:assumed-role/darkroom/darkroom",
            MaintenanceMode = false,
            AllowUnverifiedGuests = false,
            ZoneUid = ZoneUid,
            CreateTime = Made,
            Version = 1,
        };
        yield return new CreateConnectionRequest
        {
            HypervisorConnectionName = Connection,
            Region = "us-east-1",
            CredentialKind = CredentialKind.RoleArn,
            RoleArn = "arn:aws:iam::111122223333:role/darkroom",
        };
        yield return new ZoneDto { Uid = ZoneUid, Name = "Primary", Description = "The zone of everything in this site.", IsPrimary = true };
        yield return new BrokerConnectionDto
        {
            Uid = 1,
            Name = Connection,
            HypHypervisorConnectionUid = ConnectionUid,
            State = BrokerConnectionState.On,
            FaultState = BrokerFaultState.None,
            IsReady = true,
            Capabilities = ["PreparedImages"],
            MachineCount = 0,
            ZoneUid = ZoneUid,
            ZoneName = "Primary",
            CreateTime = Made,
        };
        yield return new CreateBrokerConnectionRequest { HypHypervisorConnectionUid = ConnectionUid };
        yield return new UpdateConnectionRequest { MaintenanceMode = true };
        yield return new HostingUnitDto
        {
            HostingUnitUid = new Guid("01993b52-2b7e-7c55-9d0a-d2c1f8f9b602"),
            HostingUnitName = "Zone a",
            HypervisorConnectionUid = ConnectionUid,
            HypervisorConnectionName = Connection,
            RootPath = Vpc,
            VpcId = "vpc-0da4c0000000000a1",
            AvailabilityZone = "us-east-1a",
            Subnets = [new SubnetDto("subnet-0da4c000000000a1a", "192.168.0.0/20", Network)],
            CreateTime = Made,
            Version = 1,
        };
        yield return new CreateHostingUnitRequest
        {
            HostingUnitName = "Zone a",
            HypervisorConnection = Connection,
            RootPath = Vpc,
            AvailabilityZonePath = "us-east-1a",
            NetworkPaths = [Network],
        };
        yield return new UpdateHostingUnitRequest { HostingUnitName = "Zone a, desktops" };
        yield return new InventoryItemDto
        {
            Name = "win10-2411-ami (ami-00123456789abcdef)",
            FullName = "win10-2411-ami (ami-00123456789abcdef).template",
            FullPath = @"XDHyp:\HostingUnits\Zone a\win10-2411-ami (ami-00123456789abcdef).template",
            ObjectPath = @"win10-2411-ami (ami-00123456789abcdef).template",
            Id = "ami-00123456789abcdef",
            ObjectType = "Template",
            ObjectTypeName = "template",
            IsContainer = false,
            IsSymLink = false,
            IsMachine = false,
            AdditionalData = new Dictionary<string, string> { ["Architecture"] = "x86_64" },
        };
    }
}
