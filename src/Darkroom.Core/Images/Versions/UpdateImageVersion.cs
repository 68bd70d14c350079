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
        Caller caller, ImageVersionReference reference, UpdateImageVersionRequest request, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<UpdateImageVersion, ImageVersionDto>(caller, new { reference, request, expected }, async change =>
        {
            var row = await change.Db.ImageVersionAsync(reference, ct);
            var version = row.Version;
            ExpectedVersion.Check(version, expected, "image version", row.Name);
            VersionNumberIsFixed.Check(version, row.Definition.Name, request.ImageVersionNumber);
            var before = await ImageVersionView.ToDtoAsync(change.Db, row, ct);
            if (request.Description is not null)
            {
                version.Description = Input.Description(request.Description);
            }

            if (!change.Db.ChangeTracker.HasChanges())
            {
                return before;
            }

            await change.Db.SaveChangesAsync(ct);
            var after = await ImageVersionView.ToDtoAsync(change.Db, row, ct);
            change.Audit(nameof(ImageVersion), version.Uid, row.Name, before, after);
            return after;
        }, ct);
}
