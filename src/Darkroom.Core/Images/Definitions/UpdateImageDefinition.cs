using Darkroom.Contracts.Images;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Access;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Definitions;

/// <summary>Renames and redescribes a definition.</summary>
public sealed class UpdateImageDefinition(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <param name="expected">The definition's version that the caller has read; null takes any.</param>
    /// <exception cref="Errors.DarkroomException">
    /// ImageDefinitionNotFound, VersionMismatch, ImageDefinitionNameTaken, ImageDefinitionFixedAtCreation, and what <see cref="Input"/> says of the members.
    /// </exception>
    public Task<ImageDefinitionDto> HandleAsync(Caller caller, string nameOrUid, UpdateImageDefinitionRequest request, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<UpdateImageDefinition, ImageDefinitionDto>(caller, new { nameOrUid, request, expected }, async change =>
        {
            var definition = await change.Db.ImageDefinitionAsync(nameOrUid, ct);
            ExpectedVersion.Check(definition, expected, "image definition", definition.Name);
            OsTypeAndSessionSupportAreFixed.Check(definition, request.OsType, request.SessionSupport);
            var before = await ImageDefinitionView.ToDtoAsync(change.Db, definition, ct);
            if (request.ImageDefinitionName is { } name)
            {
                definition.Name = Input.Name(name, NameRules.ImageDefinition, "imageDefinitionName");
                await ImageDefinitionNameIsFree.CheckAsync(change.Db, definition.Name, definition.Uid, ct);
            }

            if (request.Description is not null)
            {
                definition.Description = Input.Description(request.Description);
            }

            if (!change.Db.ChangeTracker.HasChanges())
            {
                return before;
            }

            await change.Db.SaveChangesAsync(ct);
            var after = await ImageDefinitionView.ToDtoAsync(change.Db, definition, ct);
            change.Audit(nameof(ImageDefinition), definition.Uid, definition.Name, before, after);
            return after;
        }, ct);
}
