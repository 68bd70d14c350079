using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Versions;

/// <summary>Redescribes a version.</summary>
public sealed class UpdateImageVersion(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <param name="expected">The row version that the caller has read; null takes any.</param>
    /// <exception cref="Errors.DarkroomException">
    /// ImageDefinitionNotFound, ImageVersionNotFound, ImageDefinitionHasNoVersion, VersionMismatch, ImageVersionNumberFixed, ValueTooLong, ControlCharacter.
    /// </exception>
    public Task<ImageVersionDto> HandleAsync(
        Caller caller, string definitionNameOrUid, string numberOrLatest, UpdateImageVersionRequest request, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<UpdateImageVersion, ImageVersionDto>(caller, new { definitionNameOrUid, numberOrLatest, request, expected }, async change =>
        {
            var definition = await change.Db.ImageDefinitionAsync(definitionNameOrUid, ct);
            var version = await change.Db.ImageVersionAsync(definition, numberOrLatest, ct);
            ExpectedVersion.Check(version, expected, "image version", version.NameIn(definition));
            VersionNumberIsFixed.Check(version, definition.Name, request.ImageVersionNumber);
            var before = await ImageVersionView.ToDtoAsync(change.Db, definition, version, ct);
            if (request.Description is not null)
            {
                version.Description = Input.Description(request.Description);
            }

            if (!change.Db.ChangeTracker.HasChanges())
            {
                return before;
            }

            await change.Db.SaveChangesAsync(ct);
            var after = await ImageVersionView.ToDtoAsync(change.Db, definition, version, ct);
            change.Audit(nameof(ImageVersion), version.Uid, version.NameIn(definition), before, after);
            return after;
        }, ct);
}
