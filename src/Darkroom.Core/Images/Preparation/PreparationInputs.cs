using System.Globalization;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Preparation;

/// <summary>Turns the paths and names of a request into what the cloud understands, before anything is written.</summary>
public sealed class PreparationInputs(Inventory inventory, ICloud cloud, CloudAccessFactory access, Clock clock)
{
    /// <summary>EC2 allows at most 15 network interfaces on any type.</summary>
    public const int MostNics = 15;

    /// <summary>What a request's hardware members come to in a hosting unit.</summary>
    internal async Task<PreparationHardware> ResolveAsync(
        HypervisorConnection connection,
        HostingUnit unit,
        string machineProfile,
        string? serviceOffering,
        IReadOnlyDictionary<string, string>? networkMapping,
        CancellationToken ct)
    {
        var (path, profile) = await ProfileAsync(connection, unit, machineProfile, ct);
        var offering = await OfferingAsync(connection, unit, serviceOffering, profile, ct);
        var mapping = networkMapping ?? DefaultMapping(unit, profile);
        var subnets = (await MappedNetwork.ResolveAsync(inventory, connection, unit, mapping, ct)).Require();
        var scheme = new ImageSchemeDto
        {
            MachineProfile = path,
            ServiceOffering = offering,
            NetworkMapping = MappedNetwork.InOrder(mapping).ToDictionary(),
        };
        return new PreparationHardware(profile, offering, subnets, scheme);
    }

    /// <summary>A machine profile's whole path, and what is captured of it.</summary>
    internal async Task<(string Path, MachineProfile Profile)> ProfileAsync(
        HypervisorConnection connection, HostingUnit unit, string machineProfile, CancellationToken ct, string field = "machineProfile")
    {
        var item = await inventory.ResolveAsync(
            connection, unit, machineProfile, [CloudItemKind.Instance, CloudItemKind.LaunchTemplateVersion], field, ct);
        var profile = await ShortRetry.RunAsync(clock, () => cloud.CaptureProfileAsync(access.For(connection), SourceOf(item), ct), ct);
        return (item.AbsolutePath, profile);
    }

    /// <summary>The instance type that a request names, or else the machine profile's.</summary>
    /// <param name="profile">Null where none was found.</param>
    internal async Task<string> OfferingAsync(
        HypervisorConnection connection, HostingUnit unit, string? serviceOffering, MachineProfile? profile, CancellationToken ct) =>
        serviceOffering is null
            ? profile?.InstanceType ?? throw PreparationErrors.ServiceOfferingRequired.With().On("serviceOffering").AsException()
            : (await inventory.ResolveAsync(connection, unit, serviceOffering, [CloudItemKind.InstanceType], "serviceOffering", ct)).Id;

    /// <summary>A Retry with new inputs: what isn't given stays as it was.</summary>
    internal async Task<Func<Change, Operation, Task<string>>> ReviseAsync(
        DarkroomDb db, Operation operation, RetryOperationRequest request, CancellationToken ct)
    {
        var input = StoredJson.Read<PreparationInput>(operation.Input);

        // First the spec: where it is gone, unit and connection may be gone with it.
        var scheme = (await db.ImageVersionSpecAsync(input.SpecUid, ct)).Scheme!;
        var unit = await db.HostingUnits.AsNoTracking().SingleAsync(u => u.Uid == input.HostingUnitUid, ct);
        var connection = await db.Connections.AsNoTracking().SingleAsync(c => c.Uid == unit.ConnectionUid, ct);
        var newProfile = request.MachineProfile is not null;
        var hardware = await ResolveAsync(
            connection,
            unit,
            Input.Path(request.MachineProfile ?? scheme.MachineProfile, "machineProfile"),
            Input.OptionalText(request.ServiceOffering, "serviceOffering", XDHypPath.MaxLength) ?? (newProfile ? null : scheme.ServiceOffering),
            CheckMapping(request.NetworkMapping) ?? (newProfile ? null : scheme.NetworkMapping),
            ct);
        var master = request.MasterImagePath is { } path
            ? await inventory.ResolveAsync(connection, unit, Input.Path(path, "masterImagePath"), [CloudItemKind.Image], "masterImagePath", ct)
            : null;
        return async (change, revised) =>
        {
            var spec = await change.Db.ImageVersionSpecs.SingleAsync(s => s.Uid == input.SpecUid, ct);
            var before = new { spec.MasterImageId, spec.Scheme };
            hardware.PutOn(spec, spec.Scheme?.CustomProperties);
            if (master is not null)
            {
                var masterSpec = await change.Db.ImageVersionSpecs.SingleAsync(s => s.Uid == input.MasterSpecUid, ct);
                change.Audit(
                    nameof(ImageVersionSpec),
                    masterSpec.Uid,
                    revised.Title,
                    new { masterSpec.MasterImageId, masterSpec.MasterImagePath },
                    new { MasterImageId = master.Id, MasterImagePath = master.RelativePath },
                    revised.Id);
                (masterSpec.MasterImageId, masterSpec.MasterImagePath) = (master.Id, master.RelativePath);
                (spec.MasterImageId, spec.MasterImagePath) = (master.Id, master.RelativePath);
                masterSpec.DiskSizeGb = spec.DiskSizeGb = master.DiskSizeGb;
            }

            change.Audit(nameof(ImageVersionSpec), spec.Uid, revised.Title, before, new { spec.MasterImageId, spec.Scheme }, revised.Id);
            return StoredJson.Write(input with
            {
                MasterImageId = master?.Id ?? input.MasterImageId,
                Profile = hardware.Profile,
                InstanceType = hardware.InstanceType,
                SubnetIds = hardware.SubnetIds,
            });
        };
    }

    /// <summary>Bounds of a mapping, before any path in it is looked at.</summary>
    internal static IReadOnlyDictionary<string, string>? CheckMapping(IReadOnlyDictionary<string, string>? mapping)
    {
        if (mapping is not null)
        {
            Input.Range(mapping.Count, "networkMapping", 1, MostNics);
            foreach (var path in mapping.Values)
            {
                Input.Path(path, "networkMapping");
            }
        }

        return mapping;
    }

    private static MachineProfileSource SourceOf(InventoryItem item) => item.Kind == CloudItemKind.Instance
        ? new MachineProfileSource(item.Id, null, null)
        : new MachineProfileSource(null, item.CloudItem.Name, long.Parse(item.Id, CultureInfo.InvariantCulture));

    /// <summary>The profile's NICs, at least one, all in the unit's first subnet.</summary>
    internal static Dictionary<string, string> DefaultMapping(HostingUnit unit, MachineProfile? profile)
    {
        var first = XDHypPath.HostingUnit(unit.Name)
            .Child(new PathNode(ItemType.AvailabilityZone, unit.AvailabilityZone, null))
            .Child(new PathNode(ItemType.Network, unit.Subnets[0].CidrBlock, unit.VpcId))
            .ToString();
        return Enumerable.Range(0, Math.Clamp(profile?.Nics.Count ?? 1, 1, MostNics)).ToDictionary(nic => nic.ToString(CultureInfo.InvariantCulture), _ => first);
    }
}

/// <summary>The hardware of a preparation, as the cloud knows it and as the spec shows it.</summary>
internal sealed record PreparationHardware(MachineProfile Profile, string InstanceType, IReadOnlyList<string> SubnetIds, ImageSchemeDto Scheme)
{
    public void PutOn(ImageVersionSpec spec, string? customProperties) =>
        (spec.Profile, spec.Scheme, spec.Warnings) = (Profile, Scheme with { CustomProperties = customProperties }, Profile.Warnings);
}
