using Darkroom.Core.Access;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Definitions;

/// <summary>Removes a definition without versions; its bindings to connections go with it (docs/decisions/removing-a-bound-definition.md).</summary>
public sealed class RemoveImageDefinition(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <param name="expected">The definition's version that the caller has read; null takes any.</param>
    /// <exception cref="Errors.DarkroomException">ImageDefinitionNotFound, VersionMismatch, ImageDefinitionHasVersions.</exception>
    public Task HandleAsync(Caller caller, string nameOrUid, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<RemoveImageDefinition, bool>(caller, new { nameOrUid, expected }, async change =>
        {
            var definition = await change.Db.ImageDefinitionAsync(nameOrUid, ct);
            ExpectedVersion.Check(definition, expected, "image definition", definition.Name);
            var numbers = await change.Db.ImageVersions.Where(v => v.DefinitionUid == definition.Uid).Select(v => v.Number).ToListAsync(ct);
            RemovalRules.DefinitionHasNoVersions(definition, numbers);
            var before = await ImageDefinitionView.ToDtoAsync(change.Db, definition, ct);
            var bindings = await change.Db.ImageDefinitionConnections.Where(c => c.DefinitionUid == definition.Uid).ToListAsync(ct);
            change.Db.RemoveRange(bindings);
            change.Db.Remove(definition);
            change.Audit(nameof(ImageDefinition), definition.Uid, definition.Name, before, null);
            return true;
        }, ct);
}
