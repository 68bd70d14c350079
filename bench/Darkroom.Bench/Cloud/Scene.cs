using System.Globalization;
using Darkroom.Client;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;

namespace Darkroom.Bench.Cloud;

/// <summary>A connection, a hosting unit and an image definition in the demo world, and preparations of its versions, all over REST.</summary>
internal sealed class Scene(DarkroomClient client)
{
    public const string MasterImageId = "ami-00123456789abcdef";
    public const string Name = "bench";
    public const string Unit = @"XDHyp:\HostingUnits\" + Name;
    private const string Master = $@"{Unit}\win10-2411-ami ({MasterImageId}).template";
    public const string Profile = Unit + @"\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public async Task SetAsync(CancellationToken ct)
    {
        await client.Connections.CreateAsync(
            new CreateConnectionRequest
            {
                HypervisorConnectionName = Name,
                HypervisorAddress = "https://workspaces-instances.us-east-1.api.aws",
                CredentialKind = CredentialKind.RoleBasedAuth,
            },
            ct: ct);
        const string Vpc = $@"XDHyp:\Connections\{Name}\Default VPC.virtualprivatecloud";
        const string Zone = $@"{Vpc}\us-east-1a.availabilityzone";
        var subnets = await client.Connections.Inventory(Name).ListAsync(Zone, ct: ct);
        await client.HostingUnits.CreateAsync(
            new CreateHostingUnitRequest
            {
                HostingUnitName = Name,
                HypervisorConnection = Name,
                RootPath = Vpc,
                AvailabilityZonePath = Zone,
                NetworkPaths = [subnets.Items[0].FullPath],
            },
            ct: ct);
        await client.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = Name, OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: ct);
        await client.ImageDefinitions.AddConnectionAsync(Name, Name, ct: ct);
    }

    /// <summary>A new version with its master spec.</summary>
    public async Task<Guid> AddMasterSpecAsync(CancellationToken ct)
    {
        var version = await client.ImageVersions.CreateAsync(Name, ct: ct);
        var spec = await client.ImageVersions.AddMasterSpecAsync(
            Name, version.ImageVersionNumber.ToString(CultureInfo.InvariantCulture), new AddMasterSpecRequest { HostingUnit = Name, MasterImagePath = Master }, ct: ct);
        return spec.ImageVersionSpecUid;
    }

    public Task<PreparationStartedDto> PrepareAsync(Guid masterSpec, CancellationToken ct) =>
        client.ImageVersionSpecs.PrepareAsync(masterSpec, new PrepareImageRequest { MachineProfile = Profile }, ct: ct);

    /// <summary>Waits, without watching its events, until a preparation has succeeded.</summary>
    /// <exception cref="InvalidOperationException">It came to rest in another state.</exception>
    public async Task<OperationDto> SucceededAsync(Guid operationId, CancellationToken ct)
    {
        while (true)
        {
            var operation = await client.Operations.GetAsync(operationId, ct);
            switch (operation.State)
            {
                case OperationState.Succeeded:
                    return operation;
                case OperationState.Pending or OperationState.Running:
                    await Task.Delay(Look, ct);
                    break;
                default:
                    throw new InvalidOperationException($"{operation.Title} is {operation.State}: {operation.Error?.Message}");
            }
        }
    }
}
