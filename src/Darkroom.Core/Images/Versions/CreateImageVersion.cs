using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Versions;

/// <summary>Gives a definition its next version. Nothing is done in the cloud, and no connection is needed yet.</summary>
public sealed class CreateImageVersion(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <summary>The number is the highest one ever given plus one, also after that one was removed.</summary>
    /// <exception cref="Errors.DarkroomException">ImageDefinitionNotFound, ValueTooLong, ControlCharacter, and what <see cref="Metadata"/> says.</exception>
    public Task<ImageVersionDto> HandleAsync(Caller caller, string definitionNameOrUid, CreateImageVersionRequest request, CancellationToken ct) =>
        runner.ChangeAsync<CreateImageVersion, ImageVersionDto>(caller, new { definitionNameOrUid, request }, async change =>
        {
            var definition = await change.Db.ImageDefinitionAsync(definitionNameOrUid, ct);
            var version = new ImageVersion
            {
                DefinitionUid = definition.Uid,
                Number = ++definition.LatestVersion,
                Description = Input.Description(request.Description),
                Metadata = Metadata.Read(request.Metadata),
                CreatedAt = change.Now,
            };
            change.Db.ImageVersions.Add(version);
            await change.Db.SaveChangesAsync(ct);
            var row = new ImageVersionRow { Version = version, Definition = definition };
            var made = await ImageVersionView.ToDtoAsync(change.Db, row, ct);
            change.Audit(nameof(ImageVersion), version.Uid, row.Name, null, made);
            return made;
        }, ct);
}
