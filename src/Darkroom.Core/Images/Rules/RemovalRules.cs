using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Use;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Images.Rules;

/// <summary>Nothing goes while something still depends on it. Each rule says what it refuses, naming everything that stands in the way, or null.</summary>
public static class RemovalRules
{
    /// <param name="held">Its versions, their specs, and what keeps these.</param>
    public static Error? DefinitionHasNoVersions(ImageDefinition definition, IReadOnlyList<Obstacle> held) =>
        held.Count == 0 ? null : ImageErrors.DefinitionHasVersions.NamingByKind(held, definition.Name);

    /// <param name="held">The definition's specs on the connection, its shares to it, and what keeps these.</param>
    public static Error? ConnectionHoldsNoSpecs(ImageDefinition definition, string connectionName, IReadOnlyList<Obstacle> held) =>
        held.Count == 0 ? null : ImageErrors.DefinitionConnectionInUse.NamingByKind(held, definition.Name, connectionName);

    /// <param name="held">Its specs, and what keeps these.</param>
    public static Error? VersionHasNoSpecs(ImageVersion version, string definitionName, IReadOnlyList<Obstacle> held) =>
        held.Count == 0 ? null : ImageErrors.VersionHasSpecs.NamingByKind(held, version.Number, definitionName);

    /// <param name="preparedFromIt">Of the same version.</param>
    public static Error? MasterIsUnused(ImageVersionSpecRow master, ImageVersionSpec? preparedFromIt) => preparedFromIt is null
        ? null
        : ImageErrors.MasterSpecInUse.With(master.Spec.Uid, preparedFromIt.Uid) with
        {
            Obstacles = [ImageObstacles.Spec(preparedFromIt, master.Version, master.Definition)],
        };

    /// <summary>The image can be used where it is shared to, so it stays while it is.</summary>
    public static Error? NoShareStands(ImageVersionSpec spec, IReadOnlyCollection<ImageShareRow> shares) =>
        shares.Count == 0 ? null : RemovalErrors.Shared.Naming([.. shares.Select(row => ImageObstacles.Share(row))], spec.Uid);

    public static Error? SharesAreAtRest(ImageVersionSpec spec, IEnumerable<ImageShareRow> shares)
    {
        Obstacle[] working =
        [
            .. shares.Where(row => row.Share.IsAtWork).Select(row => new Obstacle(
                ObstacleKind.Operation,
                row.Share.OperationId ?? Guid.Empty,
                $"share to {row.HostingUnit.Name}",
                $"{row.Share.OperationId} for the hosting unit '{row.HostingUnit.Name}'")),
        ];
        return working.Length == 0 ? null : RemovalErrors.ShareAtWork.Naming(working, spec.Uid);
    }

    /// <summary>A current assignment keeps the image; history alone doesn't.</summary>
    public static Error? NoCatalogUses(ImageVersionSpec spec, IReadOnlyCollection<ImageAssignment> current) =>
        current.Count == 0 ? null : RemovalErrors.UsedByCatalogs.Naming([.. current.Select(assignment => ImageObstacles.Catalog(assignment))], spec.Uid);

    /// <summary>A machine that still runs on the image may have to be made of it again.</summary>
    public static Error? NoMachineRunsOn(ImageVersionSpec spec, IReadOnlyCollection<BootedMachine> machines) =>
        machines.Count == 0 ? null : RemovalErrors.UsedByMachines.Naming([.. machines.Select(machine => ImageObstacles.Machine(machine))], spec.Uid);

    public static bool IsStuck(Operation? operation) => operation?.State == OperationState.Stuck;

    /// <summary>The operation that made a prepared spec is at work no more; one that is held is discarded by the removal.</summary>
    public static Error? PreparationIsOver(ImageVersionSpec prepared, Operation? operation) => operation?.State switch
    {
        OperationState.Stuck => ImageErrors.PreparationStuck.With(prepared.Uid, operation.Id) with { Obstacles = [ImageObstacles.Preparation(operation)] },
        OperationState.Pending or OperationState.Running or OperationState.Undoing =>
            ImageErrors.PreparationInProgress.With(prepared.Uid, operation.Id) with { Obstacles = [ImageObstacles.Preparation(operation)] },
        _ => null,
    };
}
