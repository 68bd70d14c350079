using Darkroom.Contracts.Operations;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Images.Rules;

/// <summary>Nothing goes while something still depends on it.</summary>
public static class RemovalRules
{
    // Long lists say how many more there are; a message isn't a listing.
    private const int NamedAtMost = 10;

    /// <exception cref="Errors.DarkroomException">ImageDefinitionHasVersions, naming them.</exception>
    public static void DefinitionHasNoVersions(ImageDefinition definition, IReadOnlyCollection<int> numbers)
    {
        if (numbers.Count > 0)
        {
            throw ImageErrors.DefinitionHasVersions.Raise(definition.Name, Named(numbers.Order().Select(n => $"{n}")));
        }
    }

    /// <exception cref="Errors.DarkroomException">ImageDefinitionConnectionInUse, naming the specs.</exception>
    public static void ConnectionHoldsNoSpecs(ImageDefinition definition, string connectionName, IReadOnlyCollection<(int Version, Guid Spec)> specs)
    {
        if (specs.Count > 0)
        {
            var named = Named(specs.OrderBy(s => s.Version).Select(s => $"{s.Spec} of version {s.Version}"));
            throw ImageErrors.DefinitionConnectionInUse.Raise(definition.Name, connectionName, named);
        }
    }

    /// <exception cref="Errors.DarkroomException">ImageVersionHasSpecs, naming them.</exception>
    public static void VersionHasNoSpecs(ImageVersion version, string definitionName, IReadOnlyCollection<ImageVersionSpec> specs)
    {
        if (specs.Count > 0)
        {
            var named = Named(specs.OrderByDescending(s => s.IsPrepared).Select(s => $"{(s.IsPrepared ? "prepared" : "master")} spec {s.Uid}"));
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

    /// <summary>The operation that made a prepared spec has ended and taken back what it made, or succeeded.</summary>
    /// <exception cref="Errors.DarkroomException">ImagePreparationInProgress, ImagePreparationHeld, ImagePreparationStuck.</exception>
    public static void PreparationIsOver(ImageVersionSpec prepared, Operation? operation)
    {
        switch (operation?.State)
        {
            case OperationState.Held:
                throw ImageErrors.PreparationHeld.Raise(prepared.Uid, operation.Id);
            case OperationState.Stuck:
                throw ImageErrors.PreparationStuck.Raise(prepared.Uid, operation.Id);
            case OperationState.Pending or OperationState.Running or OperationState.Undoing:
                throw ImageErrors.PreparationInProgress.Raise(prepared.Uid, operation.Id);
            default:
                return;
        }
    }

    private static string Named(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count <= NamedAtMost
            ? string.Join(", ", all)
            : $"{string.Join(", ", all.Take(NamedAtMost))} and {all.Count - NamedAtMost} more";
    }
}
