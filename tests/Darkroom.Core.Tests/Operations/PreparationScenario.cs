using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Definitions;
using Darkroom.Core.Images.Preparation;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Images.Versions;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Tests.Operations;

/// <summary>Everything that a preparation needs, made through the use cases.</summary>
internal static class PreparationScenario
{
    public const string Unit = "wsc";
    public const string GoodMaster = @"XDHyp:\HostingUnits\wsc\win10-2411-ami (ami-00123456789abcdef).template";
    public const string Profile =
        @"XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion";

    /// <summary>Path of an AMI in the unit, from its label.</summary>
    public static string Master(string label) => $@"XDHyp:\HostingUnits\{Unit}\{label}.template";

    /// <summary>Starts a preparation; the operation waits to be driven.</summary>
    public static async Task<PreparationStartedDto> PrepareAsync(this OperationHarness harness, string master = GoodMaster, PrepareImageRequest? request = null)
    {
        var masterSpec = await harness.MasterSpecAsync(master);
        return await harness.Get<PrepareImage>().HandleAsync(
            harness.Caller, masterSpec.ImageVersionSpecUid, request ?? new PrepareImageRequest { MachineProfile = Profile }, CancellationToken.None);
    }

    /// <summary>Makes a hosting unit of the connection in a zone.</summary>
    public static async Task<HostingUnitDto> HostingUnitAsync(this OperationHarness harness, string name, string zone)
    {
        var path = $@"XDHyp:\Connections\wsc\Default VPC.virtualprivatecloud\{zone}.availabilityzone";
        var subnets = await harness.Get<ListInventory>().HandleBelowConnectionAsync(
            harness.Caller, Unit, new InventoryRequest(path), new ListRequest(), CancellationToken.None);
        return await harness.Get<CreateHostingUnit>().HandleAsync(
            harness.Caller,
            new CreateHostingUnitRequest
            {
                HostingUnitName = name,
                HypervisorConnection = Unit,
                RootPath = @"XDHyp:\Connections\wsc\Default VPC.virtualprivatecloud",
                AvailabilityZonePath = path,
                NetworkPaths = [subnets.Items[0].FullPath],
            },
            CancellationToken.None);
    }

    /// <summary>Makes connection, hosting unit, definition and version with its master spec.</summary>
    public static async Task<ImageVersionSpecDto> MasterSpecAsync(this OperationHarness harness, string master = GoodMaster)
    {
        var ct = CancellationToken.None;
        var caller = harness.Caller;
        await harness.Get<CreateConnection>().HandleAsync(
            caller, new CreateConnectionRequest { HypervisorConnectionName = Unit, Region = OperationHarness.Region }, ct);
        await harness.HostingUnitAsync(Unit, "us-east-1a");
        await harness.Get<CreateImageDefinition>().HandleAsync(
            caller,
            new CreateImageDefinitionRequest { ImageDefinitionName = "image1", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession },
            ct);
        await harness.Get<AddImageDefinitionConnection>().HandleAsync(caller, "image1", Unit, new AddImageDefinitionConnectionRequest(), ct);
        await harness.Get<CreateImageVersion>().HandleAsync(caller, "image1", new CreateImageVersionRequest(), ct);
        return await harness.Get<AddMasterSpec>().HandleAsync(
            caller, ImageVersionReference.Of("image1", "latest"), new AddMasterSpecRequest { HostingUnit = Unit, MasterImagePath = master }, ct);
    }
}
