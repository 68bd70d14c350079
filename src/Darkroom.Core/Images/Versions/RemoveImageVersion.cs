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
    public Task HandleAsync(Caller caller, ImageVersionReference reference, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<RemoveImageVersion, bool>(caller, new { reference, expected }, async change =>
        {
            var row = await change.Db.ImageVersionAsync(reference, ct);
            var (version, definition) = (row.Version, row.Definition);
            ExpectedVersion.Check(version, expected, "image version", row.Name);
            var specs = await change.Db.ImageVersionSpecs.AsNoTracking().Where(s => s.ImageVersionUid == version.Uid).ToListAsync(ct);
            RemovalRules.VersionHasNoSpecs(version, definition.Name, specs);
            var before = await ImageVersionView.ToDtoAsync(change.Db, row, ct);
            change.Db.Remove(version);
            change.Db.Touch(definition);
            change.Audit(nameof(ImageVersion), version.Uid, row.Name, before, null);
            return true;
        }, ct);
}
