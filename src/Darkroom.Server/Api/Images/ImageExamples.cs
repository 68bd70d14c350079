using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Server.OpenApi;

namespace Darkroom.Server.Api.Images;

internal sealed class ImageExamples : IExamples
{
    private const string Definition = "Windows 11 desktops";
    private const string HostingUnit = "Zone a";
    private const string MasterImage = "win10-2411-ami (ami-00123456789abcdef).template";
    private const string MachineProfile = @"XDHyp:\HostingUnits\Zone a\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion";

    private static readonly Guid DefinitionUid = new("01993b52-3a10-7b1c-8f3e-5a2f9be0a103");
    private static readonly Guid SpecUid = new("01993b52-66c0-70a5-b2bd-04ac6e0e3c05");
    private static readonly Guid HostingUnitUid = new("01993b52-2b7e-7c55-9d0a-d2c1f8f9b602");
    private static readonly Guid ConnectionUid = new("01993b52-0c1d-7f0e-8a11-0c5a5a0f6a01");
    private static readonly DateTimeOffset Made = new(2026, 11, 3, 9, 10, 0, TimeSpan.Zero);

    private static readonly ImageCheckDto[] PreparationChecks =
    [
        new("ServiceOffering", CheckResult.Passed, null) { Subject = "t3.medium" },
        new("VcpuQuota", CheckResult.Failed, new ProblemItemDto
        {
            Code = "QuotaInsufficient",
            Message = "The quota 'Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances' (ec2/L-1216C47A) allows 16 vCPUs; 15 are in use and 2 more are needed.",
            Remedy = "Remove what isn't needed, or have the quota ec2/L-1216C47A raised in the Service Quotas console.",
        }) { Subject = "L-1216C47A" },
        new("Permissions", CheckResult.Passed, null)
        {
            Subject = "ec2:CreateImage",
            Verdicts = [new(PermissionSource.DryRun, PermissionAnswer.Allowed), new(PermissionSource.PolicySimulation, PermissionAnswer.Allowed, "allowed")],
        },
    ];

    public IEnumerable<object> Make() => [.. Definitions(), .. Versions(), .. Specs()];

    private static IEnumerable<object> Definitions()
    {
        var bound = new ImageDefinitionConnectionDto
        {
            ImageDefinitionUid = DefinitionUid,
            HypervisorConnectionUid = ConnectionUid,
            HypervisorConnectionName = "Production us-east-1",
        };
        yield return bound;
        yield return new ImageDefinitionDto
        {
            ImageDefinitionUid = DefinitionUid,
            ImageDefinitionName = Definition,
            Description = "Office and the line-of-business tools",
            OsType = OsType.Windows,
            SessionSupport = SessionSupport.SingleSession,
            CreateTime = Made,
            LatestVersion = 2,
            VersionsCount = 2,
            Connections = [bound],
            Metadata = new Dictionary<string, string> { ["Owner"] = "Workplace team" },
            Version = 4,
        };
        yield return new CreateImageDefinitionRequest
        {
            ImageDefinitionName = Definition,
            OsType = OsType.Windows,
            SessionSupport = SessionSupport.SingleSession,
            Metadata = new Dictionary<string, string> { ["Owner"] = "Workplace team" },
        };
        yield return new UpdateImageDefinitionRequest { Description = "Office and the line-of-business tools" };
        yield return new AddImageDefinitionConnectionRequest { CustomProperties = null };
        yield return new NameAvailabilityRequest { Names = [Definition] };
        yield return new NameAvailabilityDto(Definition, Available: false);
    }

    private static IEnumerable<object> Versions()
    {
        yield return new ImageVersionDto
        {
            ImageVersionUid = new Guid("01993b52-4d00-7e8a-a1a5-8f6d3c1b2a04"),
            ImageVersionNumber = 2,
            ImageDefinitionUid = DefinitionUid,
            ImageDefinitionName = Definition,
            Description = "November updates",
            CreationTime = Made,
            ImageVersionSpecsCount = 2,
            Metadata = new Dictionary<string, string> { ["Owner"] = "Workplace team" },
            Version = 1,
        };
        yield return new CreateImageVersionRequest { Description = "November updates", Metadata = new Dictionary<string, string> { ["Owner"] = "Workplace team" } };
        yield return new UpdateImageVersionRequest { Description = "November updates, second try" };
    }

    private static IEnumerable<object> Specs()
    {
        yield return new ImageVersionSpecDto
        {
            ImageVersionSpecUid = SpecUid,
            ImageVersionUid = new Guid("01993b52-4d00-7e8a-a1a5-8f6d3c1b2a04"),
            ImageVersionNumber = 2,
            ImageDefinitionUid = DefinitionUid,
            ImageDefinitionName = Definition,
            HostingUnitUid = HostingUnitUid,
            HostingUnitName = HostingUnit,
            IsPrepared = true,
            PreparationType = PreparationType.Mcs,
            SourceImageVersionSpecUid = new Guid("01993b52-5b21-7a90-8c44-7f5ac14c9d06"),
            MasterImagePath = MasterImage,
            ImageVersionSpecStatus = ImageVersionSpecStatus.Success,
            DiskSize = 40,
            ImageId = "ami-0f00ba5e5a1ed0001",
            ImageScheme = new ImageSchemeDto
            {
                MachineProfile = MachineProfile,
                ServiceOffering = "t3.medium",
                NetworkMapping = new Dictionary<string, string> { ["0"] = @"us-east-1a.availabilityzone\192.168.0.0`/20 (vpc-0da4c0000000000a1).network" },
            },
            ImageRuntimeInfo = new ImageRuntimeInfoDto
            {
                OperatingSystem = "Windows 10 Enterprise",
                AgentVersion = "2411.0.0.0",
                McsIo = true,
                SessionSupport = "SingleSession",
                Verdict = "Verified",
            },
            Errors = [],
            Warnings = [],
            HostingUnits = [ImageShareExamples.Primary],
            OperationId = new Guid("01993b52-7a55-7d2e-9f00-1d4be8a5c607"),
            Metadata = new Dictionary<string, string> { ["Owner"] = "Workplace team" },
            CreationTime = Made,
            Version = 12,
        };
        yield return new AddMasterSpecRequest { HostingUnit = HostingUnit, MasterImagePath = $@"XDHyp:\HostingUnits\{HostingUnit}\{MasterImage}" };
        yield return new MachineProfilePropertyDto("Service offering", "t3.medium");
        yield return new MachineProfileDto
        {
            MachineProfile = MachineProfile,
            ServiceOffering = "t3.medium",
            SubnetIds = ["subnet-0da4c0000000000a1"],
            Properties = [new("Service offering", "t3.medium"), new("Volume /dev/sda1", "60 GiB, gp3"), new("Instance metadata", "tokens required, 2 hops")],
            Warnings = [],
        };
        yield return new PlannedPreparationRequest
        {
            OsType = OsType.Windows,
            MasterImagePath = MasterImage,
            Preparation = new PrepareImageRequest { MachineProfile = MachineProfile, ServiceOffering = "t3.medium" },
        };
        yield return new PrepareImageRequest { MachineProfile = MachineProfile, ServiceOffering = "t3.medium" };
        yield return new ImagePreparationChecksDto
        {
            SourceImageVersionSpecUid = new Guid("01993b52-5b21-7a90-8c44-7f5ac14c9d06"),
            HostingUnitUid = HostingUnitUid,
            HostingUnitName = HostingUnit,
            CanBePrepared = false,
            Checks = PreparationChecks,
        };
        yield return new PreparationStartedDto(new Guid("01993b52-7a55-7d2e-9f00-1d4be8a5c607"), SpecUid);
    }
}
