using Darkroom.Contracts.Operations;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Use;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Images.Rules;

/// <summary>Nothing goes while something still depends on it.</summary>
public static class RemovalRules
{
    /// <exception cref="Errors.DarkroomException">ImageDefinitionHasVersions, naming them.</exception>
    public static void DefinitionHasNoVersions(ImageDefinition definition, IReadOnlyCollection<int> numbers)
    {
        if (numbers.Count > 0)
        {
            throw ImageErrors.DefinitionHasVersions.Raise(definition.Name, UsedBy.Names(numbers.Order().Select(n => $"{n}")));
        }
    }

    /// <exception cref="Errors.DarkroomException">ImageDefinitionConnectionInUse, naming the specs.</exception>
    public static void ConnectionHoldsNoSpecs(ImageDefinition definition, string connectionName, IReadOnlyCollection<(int Version, Guid Spec)> specs)
    {
        if (specs.Count > 0)
        {
            var named = UsedBy.Names(specs.OrderBy(s => s.Version).Select(s => $"{s.Spec} of version {s.Version}"));
            throw ImageErrors.DefinitionConnectionInUse.Raise(definition.Name, connectionName, named);
        }
    }

    /// <exception cref="Errors.DarkroomException">ImageVersionHasSpecs, naming them.</exception>
    public static void VersionHasNoSpecs(ImageVersion version, string definitionName, IReadOnlyCollection<ImageVersionSpec> specs)
    {
        if (specs.Count > 0)
        {
            var named = UsedBy.Names(specs.OrderByDescending(s => s.IsPrepared).Select(s => $"{(s.IsPrepared ? "prepared" : "master")} spec {s.Uid}"));
            throw ImageErrors.VersionHasSpecs.Raise(version.Number, definitionName, named);
        }
    }

    /// <exception cref="Errors.DarkroomException">MasterSpecInUse.</exception>
    public static void MasterIsUnused(ImageVersionSpec master, Guid? preparedFromIt)
    {
        if (preparedFromIt is { } prepared)
        {
            throw ImageErrors.MasterSpecInUse.Raise(master.Uid, prepared);
        }
    }

    /// <summary>The image can be used where it is shared to, so it stays while it is.</summary>
    /// <exception cref="Errors.DarkroomException">ImageVersionSpecShared, naming the hosting units.</exception>
    public static void NoShareStands(ImageVersionSpec spec, IReadOnlyCollection<ImageShareRow> shares)
    {
        if (shares.Count > 0)
        {
            throw RemovalErrors.Shared.Raise(
                spec.Uid, UsedBy.Names(shares.Select(row => $"the hosting unit '{row.HostingUnit.Name}' ({row.HostingUnit.Uid}, {row.Share.Status})")));
        }
    }

    /// <exception cref="Errors.DarkroomException">ImageVersionSpecShareAtWork, naming hosting units and operations.</exception>
    public static void SharesAreAtRest(ImageVersionSpec spec, IEnumerable<ImageShareRow> shares)
    {
        var working = shares.Where(row => row.Share.IsAtWork)
            .Select(row => $"{row.Share.OperationId} for the hosting unit '{row.HostingUnit.Name}'").ToList();
        if (working.Count > 0)
        {
            throw RemovalErrors.ShareAtWork.Raise(spec.Uid, UsedBy.Names(working));
        }
    }

    /// <summary>A current assignment keeps the image; history alone doesn't.</summary>
    /// <exception cref="Errors.DarkroomException">ImageInUseByCatalogs, naming them.</exception>
    public static void NoCatalogUses(ImageVersionSpec spec, IReadOnlyCollection<ImageAssignment> current)
    {
        if (current.Count > 0)
        {
            throw RemovalErrors.UsedByCatalogs.Raise(spec.Uid, UsedBy.Names(current.Select(SharingRules.Named)));
        }
    }

    /// <summary>A machine that still runs on the image may have to be made of it again.</summary>
    /// <exception cref="Errors.DarkroomException">ImageInUseByMachines, naming them.</exception>
    public static void NoMachineRunsOn(ImageVersionSpec spec, IReadOnlyCollection<BootedMachine> machines)
    {
        if (machines.Count > 0)
        {
            throw RemovalErrors.UsedByMachines.Raise(spec.Uid, UsedBy.Names(machines.Select(machine => $"{machine.Name} ({machine.Uid})")));
        }
    }

    public static bool IsStuck(Operation? operation) => operation?.State == OperationState.Stuck;

    /// <summary>The operation that made a prepared spec is at work no more; one that is held is discarded by the removal.</summary>
    /// <exception cref="Errors.DarkroomException">ImagePreparationInProgress, ImagePreparationStuck.</exception>
    public static void PreparationIsOver(ImageVersionSpec prepared, Operation? operation)
    {
        switch (operation?.State)
        {
            case OperationState.Stuck:
                throw ImageErrors.PreparationStuck.Raise(prepared.Uid, operation.Id);
            case OperationState.Pending or OperationState.Running or OperationState.Undoing:
                throw ImageErrors.PreparationInProgress.Raise(prepared.Uid, operation.Id);
            default:
                return;
        }
    }
}
