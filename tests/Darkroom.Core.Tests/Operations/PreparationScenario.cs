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
        var ct = CancellationToken.None;
        var caller = harness.Caller;
        await harness.Get<CreateConnection>().HandleAsync(
            caller, new CreateConnectionRequest { HypervisorConnectionName = Unit, Region = OperationHarness.Region }, ct);
        const string Zone = @"XDHyp:\Connections\wsc\Default VPC.virtualprivatecloud\us-east-1a.availabilityzone";
        var subnets = await harness.Get<ListInventory>().HandleBelowConnectionAsync(caller, Unit, new InventoryRequest(Zone), new ListRequest(), ct);
        await harness.Get<CreateHostingUnit>().HandleAsync(
            caller,
            new CreateHostingUnitRequest
            {
                HostingUnitName = Unit,
                HypervisorConnection = Unit,
                RootPath = @"XDHyp:\Connections\wsc\Default VPC.virtualprivatecloud",
                AvailabilityZonePath = Zone,
                NetworkPaths = [subnets.Items[0].FullPath],
            },
            ct);
        await harness.Get<CreateImageDefinition>().HandleAsync(
            caller,
            new CreateImageDefinitionRequest { ImageDefinitionName = "image1", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession },
            ct);
        await harness.Get<AddImageDefinitionConnection>().HandleAsync(caller, "image1", Unit, new AddImageDefinitionConnectionRequest(), ct);
        await harness.Get<CreateImageVersion>().HandleAsync(caller, "image1", new CreateImageVersionRequest(), ct);
        var masterSpec = await harness.Get<AddMasterSpec>().HandleAsync(
            caller, ImageVersionReference.Of("image1", "latest"), new AddMasterSpecRequest { HostingUnit = Unit, MasterImagePath = master }, ct);
        return await harness.Get<PrepareImage>().HandleAsync(
            caller, masterSpec.ImageVersionSpecUid, request ?? new PrepareImageRequest { MachineProfile = Profile }, ct);
    }
}
