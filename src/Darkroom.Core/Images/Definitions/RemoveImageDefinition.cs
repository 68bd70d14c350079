using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Definitions;

/// <summary>
/// Removes a definition without versions; its bindings to connections go with it (docs/decisions/removing-a-bound-definition.md). One that is only
/// forgotten goes with its versions and specs, and leaves their images in the account.
/// </summary>
public sealed class RemoveImageDefinition(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <param name="reach">With <see cref="RemovalReach.PurgeDbOnly"/> versions and specs are forgotten as well, and shares if they may go.</param>
    /// <param name="expected">The definition's version that the caller has read; null takes any.</param>
    /// <exception cref="DarkroomException">
    /// ImageDefinitionNotFound, VersionMismatch, ImageDefinitionHasVersions; when it is only forgotten, of all its specs at once ImageRemovalInProgress,
    /// ImagePreparationInProgress, ImageVersionSpecShareAtWork, ImageVersionSpecShared, ImageInUseByCatalogs, ImageInUseByMachines.
    /// </exception>
    public Task HandleAsync(Caller caller, string nameOrUid, RemovalReach reach, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<RemoveImageDefinition, bool>(caller, new { nameOrUid, reach, expected }, async change =>
        {
            var definition = await change.Db.ImageDefinitionAsync(nameOrUid, ct);
            ExpectedVersion.Check(definition, expected, "image definition", definition.Name);
            var versions = await change.Db.ImageVersions.Where(v => v.DefinitionUid == definition.Uid).OrderBy(v => v.Number).ToListAsync(ct);
            var specs = await RemovalSubject.AllAsync(change.Db, ImageVersionSpecView.Rows(change.Db).Where(r => r.Definition.Uid == definition.Uid), ct);
            Refusals.Raise(reach.PurgeDbOnly
                ? await KeepingAsync(change, specs, reach.WithShares, ct)
                : [RemovalRules.DefinitionHasNoVersions(
                    definition, [.. versions.Select(v => ImageObstacles.Version(definition, v)), .. specs.SelectMany(spec => spec.Obstacles)])]);

            var before = new
            {
                Definition = await ImageDefinitionView.ToDtoAsync(change.Db, definition, ct),
                ForgottenImages = specs.Select(s => s.Spec.ImageId).OfType<string>().ToList(),
            };
            change.Db.RemoveRange(specs.Select(s => s.Spec));
            change.Db.RemoveRange(versions);
            change.Db.RemoveRange(await change.Db.ImageDefinitionConnections.Where(c => c.DefinitionUid == definition.Uid).ToListAsync(ct));
            change.Db.Remove(definition);
            change.Audit(nameof(ImageDefinition), definition.Uid, definition.Name, before, null);
            return true;
        }, ct);

    // A master spec goes together with what was prepared from it, so that doesn't keep it.
    private static async Task<IReadOnlyList<Error?>> KeepingAsync(Change change, IReadOnlyList<RemovalSubject> specs, bool withShares, CancellationToken ct)
    {
        foreach (var spec in specs)
        {
            await change.Db.RequireStayingAsync(spec.Spec, ct);
        }

        return
        [
            .. specs.SelectMany(spec => spec.Work(purgeDbOnly: true)),
            .. specs.Select(spec => RemovalRules.NoShareStands(spec.Spec, withShares ? [] : spec.Shares)),
            .. specs.SelectMany(spec => spec.UseByCatalogs),
        ];
    }
}
