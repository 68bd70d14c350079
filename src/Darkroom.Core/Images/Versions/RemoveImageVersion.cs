using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Versions;

/// <summary>
/// Removes a version, at once when it has no specs; otherwise, where these are to go as well, by the operation that removes its image
/// (docs/decisions/removing-a-version-with-its-specs.md). Its number isn't given again.
/// </summary>
public sealed class RemoveImageVersion(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <param name="withSpecs">The specs go as well; otherwise they stand in the way.</param>
    /// <param name="reach">How far the removal of the specs goes.</param>
    /// <param name="expected">The row version that the caller has read; null takes any.</param>
    /// <returns>The operation that was started; null when the version is gone.</returns>
    /// <exception cref="DarkroomException">
    /// ImageDefinitionNotFound, ImageVersionNotFound, ImageDefinitionHasNoVersion, VersionMismatch, ImageVersionHasSpecs, and with specs what keeps these from
    /// going: ImageRemovalInProgress, HypervisorInMaintenanceMode, ImagePreparationInProgress, ImagePreparationStuck, ImageVersionSpecShareAtWork,
    /// ImageVersionSpecShared, ImageInUseByCatalogs, ImageInUseByMachines.
    /// </exception>
    public Task<ImageVersionRemovalStartedDto?> HandleAsync(
        Caller caller, ImageVersionReference reference, bool withSpecs, RemovalReach reach, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<RemoveImageVersion, ImageVersionRemovalStartedDto?>(caller, new { reference, withSpecs, reach, expected }, async change =>
        {
            var row = await change.Db.ImageVersionAsync(reference, ct);
            var (version, definition) = (row.Version, row.Definition);
            ExpectedVersion.Check(version, expected, "image version", row.Name);
            var specs = await RemovalSubject.AllAsync(change.Db, ImageVersionSpecView.Rows(change.Db).Where(r => r.Version.Uid == version.Uid), ct);
            var before = await ImageVersionView.ToDtoAsync(change.Db, row, ct);
            if (!withSpecs || specs.Count == 0)
            {
                Refusals.Raise(RemovalRules.VersionHasNoSpecs(version, definition.Name, [.. specs.SelectMany(spec => spec.Obstacles)]));
                change.Db.Remove(version);
                change.Db.Touch(definition);
                change.Audit(nameof(ImageVersion), version.Uid, row.Name, before, null);
                return null;
            }

            // As they are now: from here on they are shown as being removed.
            var going = await ImageVersionSpecView.ToDtosAsync(change.Db, [.. specs.Select(spec => spec.Row)], ct);
            var operation = await RemovalStart.BeginAsync(change, specs[0], reach, withVersion: true, ct);
            change.Audit(nameof(ImageVersion), version.Uid, row.Name, before, reach, operation.Id);
            foreach (var spec in going)
            {
                change.Audit(nameof(ImageVersionSpec), spec.ImageVersionSpecUid, operation.Title, spec, reach, operation.Id);
            }

            return new ImageVersionRemovalStartedDto(operation.Id, version.Uid);
        }, ct);
}
