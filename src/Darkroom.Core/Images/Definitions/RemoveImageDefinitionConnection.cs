using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Definitions;

/// <summary>Takes a definition off a connection on which it has no specs.</summary>
public sealed class RemoveImageDefinitionConnection(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="Errors.DarkroomException">
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
            RemovalRules.ConnectionHoldsNoSpecs(definition, connection.Name, await SpecsAsync(change.Db, definition, connection, ct));
            change.Db.Remove(binding);
            change.Db.Touch(definition);
            change.Audit(nameof(ImageDefinitionConnection), definition.Uid, definition.Name, new { connection.Uid, connection.Name, binding.CustomProperties }, null);
            return true;
        }, ct);

    // Where a spec was made, and where it may be used as well.
    private static async Task<IReadOnlyCollection<(int Version, Guid Spec)>> SpecsAsync(
        DarkroomDb db, ImageDefinition definition, HypervisorConnection connection, CancellationToken ct)
    {
        var units = db.HostingUnits.Where(u => u.ConnectionUid == connection.Uid).Select(u => u.Uid);
        var specs = await ImageVersionSpecView.Rows(db)
            .Where(r => r.Definition.Uid == definition.Uid)
            .Where(r => units.Contains(r.Spec.HostingUnitUid)
                || db.ImageVersionSpecHostingUnits.Any(u => u.SpecUid == r.Spec.Uid && units.Contains(u.HostingUnitUid)))
            .Select(r => new { r.Version.Number, r.Spec.Uid })
            .ToListAsync(ct);
        return [.. specs.Select(s => (s.Number, s.Uid))];
    }
}
