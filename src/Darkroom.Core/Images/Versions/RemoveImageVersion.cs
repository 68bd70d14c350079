using Darkroom.Core.Access;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Versions;

/// <summary>Removes a version without specs. Its number isn't given again.</summary>
public sealed class RemoveImageVersion(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <param name="expected">The row version that the caller has read; null takes any.</param>
    /// <exception cref="Errors.DarkroomException">
    /// ImageDefinitionNotFound, ImageVersionNotFound, ImageDefinitionHasNoVersion, VersionMismatch, ImageVersionHasSpecs.
    /// </exception>
    public Task HandleAsync(Caller caller, string definitionNameOrUid, string numberOrLatest, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<RemoveImageVersion, bool>(caller, new { definitionNameOrUid, numberOrLatest, expected }, async change =>
        {
            var definition = await change.Db.ImageDefinitionAsync(definitionNameOrUid, ct);
            var version = await change.Db.ImageVersionAsync(definition, numberOrLatest, ct);
            ExpectedVersion.Check(version, expected, "image version", version.NameIn(definition));
            var specs = await change.Db.ImageVersionSpecs.AsNoTracking().Where(s => s.ImageVersionUid == version.Uid).ToListAsync(ct);
            RemovalRules.VersionHasNoSpecs(version, definition.Name, specs);
            var before = await ImageVersionView.ToDtoAsync(change.Db, definition, version, ct);
            change.Db.Remove(version);
            change.Db.Touch(definition);
            change.Audit(nameof(ImageVersion), version.Uid, version.NameIn(definition), before, null);
            return true;
        }, ct);
}
