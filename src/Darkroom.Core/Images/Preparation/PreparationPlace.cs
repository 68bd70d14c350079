using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Preparation;

/// <summary>A spec that is to be prepared, and where.</summary>
/// <param name="Prepared">The version's prepared spec, if there is one already.</param>
/// <param name="Removal">Says that the spec is being removed; null when it isn't.</param>
internal sealed record PreparationPlace(
    ImageVersionSpec Spec, ImageVersion Version, ImageDefinition Definition, HostingUnit Unit, HypervisorConnection Connection,
    ImageVersionSpec? Prepared, Error? Removal)
{
    /// <exception cref="DarkroomException">ImageVersionSpecNotFound, ImageVersionSpecPlaceholder.</exception>
    public static async Task<PreparationPlace> FindAsync(DarkroomDb db, Guid specUid, CancellationToken ct)
    {
        var row = await db.ImageVersionSpecRowAsync(specUid, ct);
        return new PreparationPlace(
            row.Spec,
            row.Version,
            row.Definition,
            row.HostingUnit,
            await db.ConnectionOfAsync(row.HostingUnit, ct),
            await db.ImageVersionSpecs.SingleOrDefaultAsync(s => s.ImageVersionUid == row.Version.Uid && s.IsPrepared, ct),
            await db.RemovalAsync(row.Spec, ct));
    }

    /// <summary>A master spec that nobody has made yet, of a definition that needn't be there either.</summary>
    public static PreparationPlace Planned(HypervisorConnection connection, HostingUnit unit, OsType osType, InventoryItem master)
    {
        var definition = new ImageDefinition { Name = "", OsType = osType, SessionSupport = default };
        var version = new ImageVersion { DefinitionUid = definition.Uid, Number = 1 };
        var spec = new ImageVersionSpec
        {
            ImageVersionUid = version.Uid,
            HostingUnitUid = unit.Uid,
            IsPrepared = false,
            MasterImagePath = master.RelativePath,
            MasterImageId = master.Id,
        };
        return new PreparationPlace(spec, version, definition, unit, connection, Prepared: null, Removal: null);
    }

    /// <summary>The rules that need nothing but the tables, by the name of the check.</summary>
    public IEnumerable<(string Check, Error? Refusal)> Rules() =>
    [
        (CheckNames.Spec, SpecPreparationRules.SourceIsMaster(Spec) ?? Removal),
        (CheckNames.ImageVersion, SpecPreparationRules.VersionIsUnprepared(Version, Definition.Name, Prepared)),
    ];

    /// <exception cref="DarkroomException">What the first rule refuses, and HypervisorInMaintenanceMode.</exception>
    public void Require()
    {
        if (Rules().Select(rule => rule.Refusal).OfType<Error>().FirstOrDefault() is { } refusal)
        {
            throw refusal.AsException();
        }

        ConnectionIsNotInMaintenance.Check(Connection);
    }

    /// <summary>For the check before it.</summary>
    public PreparationPlan PlanOf(MachineProfile? profile, string? instanceType, IReadOnlyList<string> subnetIds) => new()
    {
        MasterImageId = Spec.MasterImageId,
        OsType = Definition.OsType,
        Profile = profile,
        InstanceType = instanceType,
        VpcId = Unit.VpcId,
        Zone = Unit.AvailabilityZone,
        SubnetIds = subnetIds,
    };
}
