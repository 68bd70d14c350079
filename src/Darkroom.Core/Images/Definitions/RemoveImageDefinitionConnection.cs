using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Definitions;

/// <summary>Takes a definition off a connection on which it has no specs.</summary>
public sealed class RemoveImageDefinitionConnection(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="DarkroomException">
    /// ImageDefinitionNotFound, HypervisorConnectionObjectNotFound, ImageDefinitionConnectionNotFound, ImageDefinitionConnectionInUse.
    /// </exception>
    public Task HandleAsync(Caller caller, string definitionNameOrUid, string connectionNameOrUid, CancellationToken ct) =>
        runner.ChangeAsync<RemoveImageDefinitionConnection, bool>(caller, new { definitionNameOrUid, connectionNameOrUid }, async change =>
        {
            var definition = await change.Db.ImageDefinitionAsync(definitionNameOrUid, ct);
            var connection = await change.Db.ConnectionAsync(connectionNameOrUid, ct);
            var binding = await change.Db.ImageDefinitionConnections
                    .SingleOrDefaultAsync(c => c.DefinitionUid == definition.Uid && c.ConnectionUid == connection.Uid, ct)
                ?? throw ImageErrors.DefinitionConnectionNotFound.Raise(definition.Name, connection.Name);
            Refusals.Raise(RemovalRules.ConnectionHoldsNoSpecs(definition, connection.Name, await HeldAsync(change.Db, definition, connection, ct)));
            change.Db.Remove(binding);
            change.Db.Touch(definition);
            change.Audit(nameof(ImageDefinitionConnection), definition.Uid, definition.Name, new { connection.Uid, connection.Name, binding.CustomProperties }, null);
            return true;
        }, ct);

    // A spec that was made on the connection goes with all that keeps it; one that is only shared to it stays, and the share goes.
    private static async Task<IReadOnlyList<Obstacle>> HeldAsync(
        DarkroomDb db, ImageDefinition definition, HypervisorConnection connection, CancellationToken ct)
    {
        var specs = await RemovalSubject.AllAsync(db, ImageVersionSpecView.Rows(db).Where(r => r.Definition.Uid == definition.Uid), ct);
        var units = await db.HostingUnits.Where(u => u.ConnectionUid == connection.Uid).Select(u => u.Uid).ToHashSetAsync(ct);
        return [.. specs.SelectMany(spec => spec.Connection.Uid == connection.Uid ? spec.Obstacles : SharedTo(spec, units))];
    }

    private static IEnumerable<Obstacle> SharedTo(RemovalSubject spec, HashSet<Guid> units) =>
    [
        .. spec.Shares.Where(row => units.Contains(row.HostingUnit.Uid)).Select(row => ImageObstacles.Share(row, spec.Row.Version.Number)),
        .. spec.Assignments.Where(a => units.Contains(a.HostingUnitUid)).Select(assignment => ImageObstacles.Catalog(assignment, spec.Row.Version.Number)),
    ];
}
